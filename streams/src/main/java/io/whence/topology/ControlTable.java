/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The officers' controls of the topic of that name; all tasks of an instance share it. */
final class ControlTable {

    private final AtomicReference<@Nullable ReadOnlyKeyValueStore<String, Control>> store = new AtomicReference<>();

    /** Names the store to read from. */
    void readFrom(ReadOnlyKeyValueStore<String, Control> controls) {
        store.set(controls);
    }

    /** Whether officers let go on, at an instant, what the breaker parked under a policy. */
    boolean released(String policyId, Instant at) {
        ReadOnlyKeyValueStore<String, Control> from = store.get();
        if (from == null) {
            throw new IllegalStateException("controls are asked for before their store is open");
        }
        Control release = from.get(ControlKind.RELEASE_POLICY + "/" + policyId);
        return release != null && release.holds(at);
    }

    /** The processor that keeps the store. */
    Processor<String, Control, Void, Void> keeper() {
        return new Keeper();
    }

    private static final class Keeper extends ContextualProcessor<String, Control, Void, Void> {
        @Override
        public void process(Record<String, Control> control) {
            KeyValueStore<String, Control> controls = context().getStateStore(Stores.CONTROLS);
            controls.put(control.key(), control.value());
        }
    }
}
