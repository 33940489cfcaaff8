/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gateways refuse what at least one of the warnings is about.
 *
 * @param warnings what the organization has been warned of, by region; at least one is enforced
 * @param approvals the officers' approvals of an enforcement
 * @param escalations what an officer refused beyond the locations
 */
public record Enforced(List<Warning> warnings, List<Approval> approvals, List<Order> escalations) implements CaseState {

    public Enforced {
        warnings = List.copyOf(warnings);
        approvals = List.copyOf(approvals);
        escalations = List.copyOf(escalations);
    }

    @Override
    public String name() {
        return "ENFORCED";
    }

    @Override
    public Move next(Review review) {
        Progress progress = Progress.of(warnings, review, approvals);
        CaseState next = after(progress, review);
        return progress.nothing() ? Move.stay(next) : progress.moveTo(next);
    }

    private CaseState after(Progress progress, Review review) {
        if (progress.standing().stream().anyMatch(Warning::enforced)) {
            return new Enforced(progress.standing(), approvals, escalations);
        }
        if (!progress.standing().isEmpty()) {
            return new Noticed(progress.standing(), approvals);
        }
        boolean ended = progress.lifted().values().stream()
                .anyMatch(cause -> cause == LiftCause.CLEAN || cause == LiftCause.MOVED);
        return ended
                ? Probation.from(review.at(), review.assessment().policy().enforcement())
                : Lifted.at(review.at(), progress.lifted().values());
    }

    @Override
    public CaseState withWarnings(List<Warning> others, Instant at) {
        return others.stream().anyMatch(Warning::enforced)
                ? new Enforced(others, approvals, escalations)
                : new Noticed(others, approvals).withWarnings(others, at);
    }

    @Override
    public CaseState approvedBy(List<Approval> officers) {
        return new Enforced(warnings, officers, escalations);
    }

    /** The same with one more order by an officer. */
    Enforced escalatedTo(Order order) {
        List<Order> more = new ArrayList<>(escalations);
        more.removeIf(known -> known.id().equals(order.id()));
        more.add(order);
        return new Enforced(warnings, approvals, more);
    }

    @Override
    public Optional<Instant> deadline(Instant after) {
        return warnings.stream()
                .flatMap(Warning::deadlines)
                .filter(deadline -> deadline.isAfter(after))
                .min(Instant::compareTo);
    }

    /** The smallest scope that works: the location; for masked traffic, which has none, the keys it used before. */
    @Override
    public List<Order> orders() {
        TreeMap<String, Order> orders = new TreeMap<>();
        for (Warning warning : warnings) {
            String noticeId = warning.enforcedBy();
            if (noticeId != null) {
                ordersOf(warning, noticeId).forEach(order -> orders.put(order.id(), order));
            }
        }
        escalations.forEach(order -> orders.put(order.id(), order));
        return List.copyOf(orders.values());
    }

    private static List<Order> ordersOf(Warning warning, String noticeId) {
        List<Order> orders = new ArrayList<>();
        orders.add(new Order(Scope.LOCATION, warning.region().code(), noticeId, warning.mode()));
        if (warning.masked()) {
            warning.keys().forEach(key -> orders.add(new Order(Scope.KEY, key, noticeId, warning.mode())));
        }
        return orders;
    }
}
