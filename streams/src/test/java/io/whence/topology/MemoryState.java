/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ActionRefusal;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.Refusals;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import io.whence.domain.tally.TallyKey;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The state stores as sorted maps, under the keys that the stream uses; filled by hand. */
public final class MemoryState implements StateView.Source {

    private final Map<String, NavigableMap<Object, Object>> stores = new HashMap<>();
    private final AtomicReference<InvalidStateStoreException> unreadable = new AtomicReference<>();

    public MemoryState() {
        for (String name : new String[] {
            Stores.LEDGER,
            Stores.CLOCKS,
            Stores.TALLIES,
            Stores.EVIDENCE,
            Stores.COMPANIONS,
            Stores.EXPOSURES,
            Stores.REGION_TOTALS,
            Stores.CASES,
            Stores.CASE_HISTORY,
            Stores.ACTIONS,
            Stores.NOTICES,
            Stores.REFUSALS,
            Stores.ORGANIZATIONS,
            Stores.POLICIES
        }) {
            stores.put(name, new ConcurrentSkipListMap<>());
        }
    }

    /** From now on no store can be read, for this reason; null for none. */
    public void unreadable(InvalidStateStoreException reason) {
        unreadable.set(reason);
    }

    public void put(RegionPolicy policy) {
        stores.get(Stores.POLICIES).put(policy.id(), policy);
    }

    public void put(Organization organization) {
        stores.get(Stores.ORGANIZATIONS).put(organization.organizationId(), organization);
    }

    public void put(String organizationId, OrganizationClock clock) {
        stores.get(Stores.CLOCKS).put(StoreKey.ofOrganization(organizationId), clock);
    }

    /** What became of an action; null for done. */
    public void put(String organizationId, String actionId, @Nullable ActionRefusal refusal) {
        ActionReceipt receipt = refusal == null ? ActionReceipt.done() : ActionReceipt.refused(refusal);
        stores.get(Stores.ACTIONS).put(StoreKey.ofPart(organizationId, actionId), receipt.bytes());
    }

    public void put(TallyKey key, Tally tally) {
        stores.get(Stores.TALLIES).put(StoreKey.ofTally(key), tally);
    }

    public void put(String organizationId, Exposure exposure) {
        stores.get(Stores.EXPOSURES).put(StoreKey.ofOrganization(organizationId), exposure);
    }

    public void put(ComplianceCase known) {
        stores.get(Stores.CASES).put(StoreKey.ofPart(known.organizationId(), known.policyId()), known);
    }

    public void put(CaseEvent event) {
        stores.get(Stores.CASE_HISTORY)
                .put(StoreKey.ofCaseEvent(event.organizationId(), event.policyId(), event.sequence()), event);
    }

    public void add(RegionTotal total) {
        stores.get(Stores.REGION_TOTALS)
                .merge(
                        StoreKey.ofTotal(total.place()),
                        total,
                        (known, more) -> ((RegionTotal) known).plus((RegionTotal) more));
    }

    public void put(Notice notice) {
        stores.get(Stores.NOTICES)
                .put(StoreKey.ofPart(notice.organizationId(), notice.issuedAt() + "/" + notice.noticeId()), notice);
    }

    public void put(String organizationId, Refusals refusals) {
        stores.get(Stores.REFUSALS).put(StoreKey.ofOrganization(organizationId), refusals);
    }

    public void put(int partition, Ledger ledger) {
        stores.get(Stores.LEDGER).put(StoreKey.ofPartition(partition), ledger);
    }

    @Override
    public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        InvalidStateStoreException reason = unreadable.get();
        if (reason != null) {
            throw reason;
        }
        @SuppressWarnings("unchecked")
        NavigableMap<K, V> entries = (NavigableMap<K, V>) (NavigableMap<?, ?>) stores.get(name);
        return new MapStore<>(entries);
    }

    private record MapStore<K, V>(NavigableMap<K, V> entries) implements ReadOnlyKeyValueStore<K, V> {
        @Override
        public V get(K key) {
            return entries.get(key);
        }

        @Override
        public KeyValueIterator<K, V> range(K from, K to) {
            return new MapIterator<>(entries.subMap(from, true, to, true));
        }

        @Override
        public KeyValueIterator<K, V> all() {
            return new MapIterator<>(entries);
        }

        @Override
        public long approximateNumEntries() {
            return entries.size();
        }
    }
}
