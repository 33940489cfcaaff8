/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.policy.Policies;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What all organizations of a task sent on days that are still open, under the keys of {@link Stores#REGION_TOTALS}. It
 * is no store, but read like one: added up where the tallies are whenever somebody asks, so that instances pass each
 * other sums and not tallies.
 *
 * @param clocks which days of each organization are open
 * @param tallies what each organization sent
 * @param policies what is said of it, by every version of every policy
 */
public record OpenTotals(
        ReadOnlyKeyValueStore<Bytes, OrganizationClock> clocks,
        ReadOnlyKeyValueStore<Bytes, Tally> tallies,
        ReadOnlyKeyValueStore<String, RegionPolicy> policies)
        implements ReadOnlyKeyValueStore<Bytes, RegionTotal> {

    @Override
    public @Nullable RegionTotal get(Bytes key) {
        return between(StoreKey.toTotalsDay(key), StoreKey.toTotalsDay(key)).get(key);
    }

    @Override
    public KeyValueIterator<Bytes, RegionTotal> range(Bytes from, Bytes to) {
        NavigableMap<Bytes, RegionTotal> days = between(StoreKey.toTotalsDay(from), StoreKey.toTotalsDay(to));
        return new Walk(days.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<Bytes, RegionTotal> all() {
        return new Walk(between(LocalDate.MIN, LocalDate.MAX));
    }

    @Override
    public long approximateNumEntries() {
        return between(LocalDate.MIN, LocalDate.MAX).size();
    }

    private NavigableMap<Bytes, RegionTotal> between(LocalDate first, LocalDate last) {
        NavigableMap<Bytes, RegionTotal> sums = new TreeMap<>();
        Policies judging = new Policies(StateView.policies(policies));
        try (KeyValueIterator<Bytes, OrganizationClock> all = clocks.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, OrganizationClock> entry = all.next();
                LocalDate firstOpen = entry.value.closedThrough().plusDays(1);
                LocalDate from = firstOpen.isBefore(first) ? first : firstOpen;
                LocalDate newest = OrganizationClock.dayOf(entry.value.latest());
                LocalDate to = newest.isBefore(last) ? newest : last;
                if (!from.isAfter(to)) {
                    add(StoreKey.toOrganization(entry.key), from, to, judging, sums);
                }
            }
        }
        return sums;
    }

    private void add(
            String organizationId,
            LocalDate from,
            LocalDate to,
            Policies judging,
            NavigableMap<Bytes, RegionTotal> sums) {
        List<JudgedTally> judged = TallyStore.between(tallies, organizationId, from, to).stream()
                .map(tally -> JudgedTally.judge(organizationId, tally, judging))
                .toList();
        RegionTotal.of(judged).forEach(total -> sums.merge(StoreKey.ofTotal(total.place()), total, RegionTotal::plus));
    }

    private static final class Walk implements KeyValueIterator<Bytes, RegionTotal> {

        private final NavigableMap<Bytes, RegionTotal> rest;

        Walk(NavigableMap<Bytes, RegionTotal> entries) {
            this.rest = new TreeMap<>(entries);
        }

        @Override
        public boolean hasNext() {
            return !rest.isEmpty();
        }

        @Override
        public KeyValue<Bytes, RegionTotal> next() {
            Bytes key = rest.firstKey();
            return KeyValue.pair(key, rest.remove(key));
        }

        @Override
        public Bytes peekNextKey() {
            return rest.firstKey();
        }

        @Override
        public void close() {
            rest.clear();
        }
    }
}
