/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.policy.Policies;
import io.whence.domain.policy.RegionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The policies of the policy topic, compiled; all tasks of an instance share it. */
final class PolicyTable {

    private final AtomicReference<@Nullable Policies> compiled = new AtomicReference<>();
    private final AtomicReference<@Nullable ReadOnlyKeyValueStore<String, RegionPolicy>> store =
            new AtomicReference<>();

    /** Names the store to read from. */
    void readFrom(ReadOnlyKeyValueStore<String, RegionPolicy> policies) {
        store.set(policies);
    }

    /** The policies as they are now. */
    Policies current() {
        Policies known = compiled.get();
        if (known != null) {
            return known;
        }
        ReadOnlyKeyValueStore<String, RegionPolicy> from = store.get();
        if (from == null) {
            throw new IllegalStateException("policies are asked for before their store is open");
        }
        Policies read = read(from);
        compiled.set(read);
        return read;
    }

    private static Policies read(ReadOnlyKeyValueStore<String, RegionPolicy> from) {
        List<RegionPolicy> policies = new ArrayList<>();
        try (KeyValueIterator<String, RegionPolicy> all = from.all()) {
            while (all.hasNext()) {
                KeyValue<String, RegionPolicy> entry = all.next();
                policies.add(entry.value);
            }
        }
        return new Policies(policies);
    }

    /** The processor that keeps the store. */
    Processor<String, RegionPolicy, Void, Void> keeper() {
        return new Keeper();
    }

    private final class Keeper extends ContextualProcessor<String, RegionPolicy, Void, Void> {
        @Override
        public void process(Record<String, RegionPolicy> policy) {
            KeyValueStore<String, RegionPolicy> policies = context().getStateStore(Stores.POLICIES);
            policies.put(policy.key(), policy.value());
            compiled.set(null);
        }
    }
}
