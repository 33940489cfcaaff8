/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Refusal;
import io.whence.domain.cases.Refusals;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Looks out for requests that a gateway served although they were to be refused. Organizations nothing is refused to
 * cost one look into a small map in memory.
 *
 * @param store what is to be refused, by organization
 * @param controls the brakes that officers pulled
 * @param rules how long after an order took effect, or a brake was released, a gateway may go on serving
 */
record LeakWatch(Buffer<Refusals> store, ControlTable controls, TallyRules rules) {

    static LeakWatch open(ProcessorContext<?, ?> context, ControlTable controls, TallyRules rules) {
        controls.readFrom(context.getStateStore(Stores.CONTROLS));
        return new LeakWatch(Buffer.of(context, Stores.REFUSALS), controls, rules);
    }

    /** Gateways were told something. */
    void hear(List<EnforcementDecision> orders) {
        for (EnforcementDecision order : orders) {
            Refusals known = of(order.organizationId());
            Refusals after = known.after(order);
            if (!after.equals(known)) {
                keep(order.organizationId(), after);
            }
        }
    }

    /**
     * Looks at a request that was counted; the leak when it is the first through its gateway on that day.
     *
     * @param refusals of its organization
     */
    Optional<Leak> see(LocatedRequest request, Place<Refusals> refusals) {
        Refusals known = refusals.get();
        if (known == null) {
            return Optional.empty();
        }
        AccessEvent event = request.event();
        Optional<Refusal> stopping = known.stopping(event, request.origin(), rules.leakAllowance());
        if (stopping.isEmpty() || heldBack(request)) {
            return Optional.empty();
        }
        Refusals.Leaked leaked = known.leaked(event, stopping.get());
        keep(event.organizationId(), leaked.after());
        return leaked.first();
    }

    private boolean heldBack(LocatedRequest request) {
        Instant at = request.event().timestamp();
        Region region = request.origin().region();
        return controls.heldBack(ControlKind.STOP, Control.ALL, at, rules)
                || controls.heldBack(
                        ControlKind.FREEZE_ORGANIZATION, request.event().organizationId(), at, rules)
                || controls.heldBack(ControlKind.FREEZE_REGION, region.code(), at, rules)
                || controls.heldBack(ControlKind.FREEZE_REGION, region.country().code(), at, rules);
    }

    /** Days up to this one of an organization take no more events: what leaked on them. */
    List<Leak> close(String organizationId, LocalDate day) {
        Refusals known = of(organizationId);
        if (known.isEmpty()) {
            return List.of();
        }
        Refusals.Closed closed = known.close(day);
        keep(organizationId, closed.after());
        return closed.leaks();
    }

    private Refusals of(String organizationId) {
        Refusals known = store.get(StoreKey.ofOrganization(organizationId));
        return known == null ? Refusals.NONE : known;
    }

    private void keep(String organizationId, Refusals refusals) {
        Bytes key = StoreKey.ofOrganization(organizationId);
        if (refusals.isEmpty()) {
            store.delete(key);
        } else {
            store.put(key, refusals);
        }
    }
}
