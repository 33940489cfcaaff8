/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.LegalHolds;
import io.whence.domain.cases.Suspensions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The officers' controls of the topic of that name; all tasks of an instance share it. */
final class ControlTable {

    /** The character that follows the slash. */
    private static final String AFTER_SLASH = "0";

    private static final Duration A_DAY = Duration.ofDays(1);

    private final AtomicReference<@Nullable ReadOnlyKeyValueStore<String, Control>> store = new AtomicReference<>();

    /** Names the store to read from. */
    void readFrom(ReadOnlyKeyValueStore<String, Control> controls) {
        store.set(controls);
    }

    /** Whether officers let go on, at an instant, what the breaker parked under a policy. */
    boolean released(String policyId, Instant at) {
        Control release = opened().get(ControlKind.RELEASE_POLICY + "/" + policyId);
        return release != null && release.holds(at);
    }

    /** Which signals may not support enforcement, at any time. */
    Suspensions suspensions() {
        List<Control> controls = within(ControlKind.SUSPEND_SIGNAL.toString());
        controls.addAll(within(ControlKind.RESTORE_SIGNAL.toString()));
        return Suspensions.of(controls);
    }

    /** Whether an organization is under a legal hold. */
    boolean held(String organizationId) {
        List<Control> controls = within(ControlKind.LEGAL_HOLD + "/" + organizationId);
        if (controls.isEmpty()) {
            return false;
        }
        controls.addAll(within(ControlKind.RELEASE_HOLD + "/" + organizationId));
        return LegalHolds.of(controls).on(organizationId).isPresent();
    }

    /** The controls whose key goes on with a slash after a beginning. */
    private List<Control> within(String beginning) {
        List<Control> controls = new ArrayList<>();
        try (KeyValueIterator<String, Control> found = opened().range(beginning + "/", beginning + AFTER_SLASH)) {
            found.forEachRemaining(entry -> controls.add(entry.value));
        }
        return controls;
    }

    private ReadOnlyKeyValueStore<String, Control> opened() {
        ReadOnlyKeyValueStore<String, Control> from = store.get();
        if (from == null) {
            throw new IllegalStateException("controls are asked for before their store is open");
        }
        return from;
    }

    /**
     * Whether gateways may have been held back at an instant, as far as is known now: of a control that was released,
     * it is not remembered since when it was held, so that all of it counts as held that may still come in.
     *
     * @param rules how late events may come in, and how long after the end gateways may go on serving
     */
    boolean heldBack(ControlKind kind, String subject, Instant at, TallyRules rules) {
        Control control = opened().get(kind + "/" + subject);
        if (control == null) {
            return false;
        }
        Instant from =
                control.active() ? control.at() : control.at().minus(A_DAY).minus(rules.lateness());
        Instant until = control.active() ? control.until() : control.at();
        return !at.isBefore(from) && (until == null || at.isBefore(until.plus(rules.leakAllowance())));
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
