/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Nested networks of one address family cut into ranges that do not overlap, so that a look-up is one binary search
 * over two arrays. A range ends where the next one starts; a gap is a range without a value.
 */
final class AddressRanges<V> {

    private final long[] high;
    private final long[] low;
    private final List<@Nullable V> values;

    private AddressRanges(Sweep<V> sweep) {
        high = sweep.high.stream().mapToLong(Long::longValue).toArray();
        low = sweep.low.stream().mapToLong(Long::longValue).toArray();
        values = sweep.values;
    }

    /** Cuts networks that are in their natural order, outer ones before those inside. */
    static <V> AddressRanges<V> of(List<Map.Entry<Cidr, V>> networks) {
        var sweep = new Sweep<V>();
        networks.forEach(network -> sweep.enter(network.getKey(), network.getValue()));
        sweep.leaveAll();
        return new AddressRanges<>(sweep);
    }

    @Nullable V find(long addressHigh, long addressLow) {
        int range = rangeOf(addressHigh, addressLow);
        return range < 0 ? null : values.get(range);
    }

    /** The first address of the range behind that of an address, or null when there is none. */
    @Nullable IpAddress nextStart(long addressHigh, long addressLow) {
        int next = rangeOf(addressHigh, addressLow) + 1;
        return next == high.length ? null : IpAddress.ipv6(high[next], low[next]);
    }

    private int rangeOf(long addressHigh, long addressLow) {
        int from = 0;
        int to = high.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int byHigh = Long.compareUnsigned(high[middle], addressHigh);
            if (byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(low[middle], addressLow) <= 0)) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return to;
    }

    /** Walks over the networks and writes down where the innermost one changes. */
    private static final class Sweep<V> {
        final List<Long> high = new ArrayList<>();
        final List<Long> low = new ArrayList<>();
        final List<@Nullable V> values = new ArrayList<>();
        private final Deque<Map.Entry<Cidr, V>> inside = new ArrayDeque<>();

        void enter(Cidr network, V value) {
            while (!inside.isEmpty() && !inside.element().getKey().contains(network)) {
                leave();
            }
            start(network.network().high(), network.network().low(), value);
            inside.push(Map.entry(network, value));
        }

        void leaveAll() {
            while (!inside.isEmpty()) {
                leave();
            }
        }

        /** Starts the range behind the innermost network, unless that network reaches the last address there is. */
        private void leave() {
            var next = inside.pop().getKey().next();
            if (next != null) {
                var outer = inside.peek();
                start(next.high(), next.low(), outer == null ? null : outer.getValue());
            }
        }

        private void start(long startHigh, long startLow, @Nullable V value) {
            int last = values.size() - 1;
            if (last >= 0 && high.get(last) == startHigh && low.get(last) == startLow) {
                values.set(last, value);
            } else if (last < 0 || !Objects.equals(values.get(last), value)) {
                high.add(startHigh);
                low.add(startLow);
                values.add(value);
            }
        }
    }
}
