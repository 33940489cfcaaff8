/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What each organization of a task sent on days that are still open, under the keys of {@link Stores#CLOCKS}. It is no
 * store, but read like one, where the tallies are, so that instances pass each other places and not tallies.
 *
 * @param clocks which days of each organization are open
 * @param tallies what each organization sent
 */
public record OpenExposures(
        ReadOnlyKeyValueStore<Bytes, OrganizationClock> clocks, ReadOnlyKeyValueStore<Bytes, Tally> tallies)
        implements ReadOnlyKeyValueStore<Bytes, Exposure> {

    @Override
    public @Nullable Exposure get(Bytes key) {
        OrganizationClock clock = clocks.get(key);
        return clock == null ? null : exposure(key, clock);
    }

    @Override
    public KeyValueIterator<Bytes, Exposure> range(Bytes from, Bytes to) {
        return new Walk(clocks.range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, Exposure> all() {
        return new Walk(clocks.all());
    }

    @Override
    public long approximateNumEntries() {
        return clocks.approximateNumEntries();
    }

    private Exposure exposure(Bytes key, OrganizationClock clock) {
        LocalDate first = clock.closedThrough().plusDays(1);
        LocalDate last = OrganizationClock.dayOf(clock.latest());
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
        Map<LocalDate, List<DayTally>> open =
                TallyStore.between(tallies, StoreKey.toOrganization(key), first, last).stream()
                        .collect(Collectors.groupingBy(DayTally::day));
        Exposure sum = new Exposure(clock.closedThrough(), List.of());
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.closing(day, open.getOrDefault(day, List.of()), days);
        }
        return sum;
    }

    private final class Walk implements KeyValueIterator<Bytes, Exposure> {

        private final KeyValueIterator<Bytes, OrganizationClock> walk;

        Walk(KeyValueIterator<Bytes, OrganizationClock> walk) {
            this.walk = walk;
        }

        @Override
        public boolean hasNext() {
            return walk.hasNext();
        }

        @Override
        public KeyValue<Bytes, Exposure> next() {
            KeyValue<Bytes, OrganizationClock> entry = walk.next();
            return KeyValue.pair(entry.key, exposure(entry.key, entry.value));
        }

        @Override
        public Bytes peekNextKey() {
            return walk.peekNextKey();
        }

        @Override
        public void close() {
            walk.close();
        }
    }
}
