/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Suspensions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest order for each scope and the latest control for each subject. One thread fills it; any number ask, and
 * those who ask about one request wait for nobody.
 */
public final class DecisionTable {

    /** Smallest scope first; of the same scope what is obeyed before what is only shown. */
    private static final Comparator<StandingOrder> SMALLEST_FIRST = Comparator.comparing(
                    (StandingOrder order) -> order.decision().scope())
            .thenComparing(order -> !order.live())
            .thenComparing(order -> order.decision().key());

    private final Map<String, List<StandingOrder>> byOrganization = new ConcurrentHashMap<>();
    private final Map<String, StandingControl> controls = new ConcurrentHashMap<>();
    private final Map<String, Control> signals = new ConcurrentHashMap<>();
    private final Map<String, StandingOrder> byKey = new TreeMap<>();
    private final List<Long> orderOffsets = new ArrayList<>();
    private final List<Long> controlOffsets = new ArrayList<>();
    private volatile boolean complete;
    private volatile @Nullable Duration propagation;
    private @Nullable Decisions everything;

    /** Says how many partitions the topics have, before anything is heard. */
    synchronized void size(int orderPartitions, int controlPartitions) {
        if (orderOffsets.isEmpty()) {
            orderOffsets.addAll(Collections.nCopies(orderPartitions, 0L));
            controlOffsets.addAll(Collections.nCopies(controlPartitions, 0L));
        }
    }

    /** An order was heard; one older than what is known for its scope is passed over. */
    synchronized void hear(StandingOrder order) {
        EnforcementDecision decision = order.decision();
        passOrder(order.partition(), order.offset());
        StandingOrder known = byKey.get(decision.key());
        if (known != null && known.decision().version() > decision.version()) {
            return;
        }
        byKey.put(decision.key(), order);
        List<StandingOrder> orders = new ArrayList<>(ordersOf(decision.organizationId()));
        orders.removeIf(other -> other.decision().key().equals(decision.key()));
        if (decision.refuse()) {
            orders.add(order);
        }
        orders.sort(SMALLEST_FIRST);
        byOrganization.put(decision.organizationId(), List.copyOf(orders));
    }

    /** A control was heard. */
    synchronized void hear(StandingControl control) {
        passControl(control.partition(), control.offset());
        if (control.control().kind().concernsSignal()) {
            signals.put(control.control().key(), control.control());
        }
        if (!control.control().kind().brakesGateways()) {
            return;
        }
        controls.put(control.control().key(), control);
    }

    /** A record was heard that holds no order we can read: nothing is refused for its scope. */
    synchronized void forgetOrder(String key, int partition, long offset) {
        passOrder(partition, offset);
        StandingOrder known = byKey.remove(key);
        if (known != null) {
            String organizationId = known.decision().organizationId();
            List<StandingOrder> orders = new ArrayList<>(ordersOf(organizationId));
            orders.remove(known);
            byOrganization.put(organizationId, List.copyOf(orders));
        }
    }

    /** A record was heard that holds no control we can read: what held before is kept, because it only allows. */
    synchronized void passControl(int partition, long offset) {
        controlOffsets.set(partition, offset + 1);
        everything = null;
    }

    private void passOrder(int partition, long offset) {
        orderOffsets.set(partition, offset + 1);
        everything = null;
    }

    /** So long after what brought it about was received, an order was heard. */
    void propagated(Duration took) {
        propagation = took;
    }

    /** How long the latest order took from the receipt of what brought it about until it was heard here. */
    public Optional<Duration> propagation() {
        return Optional.ofNullable(propagation);
    }

    /** All that was on the topics when we began to listen is heard. */
    void completed() {
        complete = true;
    }

    /** Whether what is known is all there is; until then nothing may be refused. */
    public boolean complete() {
        return complete;
    }

    synchronized TableVersion version() {
        return new TableVersion(orderOffsets, controlOffsets);
    }

    /** The orders that refuse something of an organization, the one that decides first. */
    List<StandingOrder> ordersOf(String organizationId) {
        return byOrganization.getOrDefault(organizationId, List.of());
    }

    /** Whether a control holds. */
    boolean holds(ControlKind kind, String subject, Instant now) {
        if (controls.isEmpty()) {
            return false;
        }
        StandingControl standing = controls.get(kind + "/" + subject);
        return standing != null && standing.control().holds(now);
    }

    /** Everything gateways are to do. */
    public synchronized Decisions all() {
        Decisions known = everything;
        if (known == null) {
            List<StandingOrder> refusing = byKey.values().stream()
                    .filter(order -> order.decision().refuse())
                    .toList();
            List<StandingControl> active = sortedControls().stream()
                    .filter(standing -> standing.control().active())
                    .toList();
            known = new Decisions(version(), Decisions.checksum(refusing, active), true, refusing, active);
            everything = known;
        }
        return known;
    }

    /** What has changed since a version; everything where that cannot be told. */
    public synchronized Decisions since(TableVersion version) {
        Decisions all = all();
        if (!version.isWithin(all.version())) {
            return all;
        }
        return new Decisions(
                all.version(),
                all.checksum(),
                false,
                byKey.values().stream().filter(order -> !version.holds(order)).toList(),
                sortedControls().stream()
                        .filter(standing -> !version.holds(standing))
                        .toList());
    }

    private List<StandingControl> sortedControls() {
        return controls.values().stream()
                .sorted(Comparator.comparing(
                        (StandingControl standing) -> standing.control().key()))
                .toList();
    }

    /** The signals and regions, such as {@code DIRECT_EGRESS/HK}, that may not support enforcement now. */
    public List<String> suspendedSignals(Instant now) {
        return Suspensions.of(signals.values()).at(now);
    }

    /** The controls that hold now. */
    public List<Control> holding(Instant now) {
        return sortedControls().stream()
                .map(StandingControl::control)
                .filter(control -> control.holds(now))
                .toList();
    }
}
