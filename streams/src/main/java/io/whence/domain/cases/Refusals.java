/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.origin.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What gateways are to refuse of one organization, and what they served all the same on the days that are still open.
 * It rests on event time alone: whether a request leaked does not depend on when we came to look.
 *
 * @param standing refusals that hold, or ended within the days that are still open; smallest scope first
 * @param leaks what was served, of days that are still open
 */
public record Refusals(List<Refusal> standing, List<Leak> leaks) {

    /** Nothing is refused. */
    public static final Refusals NONE = new Refusals(List.of(), List.of());

    /**
     * So many leaks are told apart, beyond which the gateway is {@link Leak#OTHER}; providers run a few hundred edges.
     */
    static final int MOST = 1_000;

    private static final Comparator<Refusal> SMALLEST_FIRST = Comparator.comparing(Refusal::scope)
            .thenComparing(Refusal::scopeId)
            .thenComparing(Refusal::policyId)
            .thenComparing(Refusal::from);

    public Refusals {
        standing = List.copyOf(standing);
        leaks = List.copyOf(leaks);
    }

    /**
     * A request that was served and should not have been.
     *
     * @param after the refusals now
     * @param first the leak that it opens; empty when it was known
     */
    public record Leaked(Refusals after, Optional<Leak> first) {}

    /**
     * A day that takes no more events.
     *
     * @param after the refusals now
     * @param leaks what leaked up to that day
     */
    public record Closed(Refusals after, List<Leak> leaks) {
        public Closed {
            leaks = List.copyOf(leaks);
        }
    }

    /** Whether there is nothing to watch. */
    public boolean isEmpty() {
        return standing.isEmpty() && leaks.isEmpty();
    }

    /** The refusals after an order. */
    public Refusals after(EnforcementDecision order) {
        List<Refusal> next = new ArrayList<>();
        boolean known = false;
        for (Refusal refusal : standing) {
            boolean changed = refusal.isChangedBy(order);
            known |= changed;
            Refusal now = changed ? refusal.changedBy(order) : refusal;
            if (now.from().isBefore(now.until())) {
                next.add(now);
            }
        }
        if (!known && Refusal.isBegunBy(order)) {
            next.add(Refusal.begunBy(order));
        }
        next.sort(SMALLEST_FIRST);
        return new Refusals(next, leaks);
    }

    /** What should have stopped a request; empty when nothing should, or when it was stopped. */
    public Optional<Refusal> stopping(AccessEvent event, Origin origin, Duration allowance) {
        return event.refused()
                ? Optional.empty()
                : standing.stream()
                        .filter(refusal -> refusal.shouldStop(event, origin, allowance))
                        .findFirst();
    }

    /** Counts a request that was served and should have been stopped. */
    public Leaked leaked(AccessEvent event, Refusal refusal) {
        LocalDate day = LocalDate.ofInstant(event.timestamp(), ZoneOffset.UTC);
        String edge = event.edgeLocation() == null ? Leak.UNKNOWN : event.edgeLocation();
        Leak known = find(edge, refusal, day);
        if (known == null && leaks.size() >= MOST) {
            edge = Leak.OTHER;
            known = find(edge, refusal, day);
        }
        Leak before = known == null ? Leak.none(event.organizationId(), edge, refusal, day) : known;
        Leak now = before.with(event.timestamp());
        List<Leak> next = new ArrayList<>(leaks);
        next.remove(before);
        next.add(now);
        return new Leaked(new Refusals(standing, next), known == null ? Optional.of(now) : Optional.empty());
    }

    private @Nullable Leak find(String edge, Refusal refusal, LocalDate day) {
        return leaks.stream()
                .filter(leak -> leak.isThrough(edge, refusal, day))
                .findFirst()
                .orElse(null);
    }

    /** Takes the leaks up to a day out, and forgets the refusals that no later event can be about. */
    public Closed close(LocalDate day) {
        Instant open = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Leak> over = leaks.stream()
                .filter(leak -> !leak.day().isAfter(day))
                .map(Leak::asClosed)
                .sorted(Comparator.comparing(Leak::day)
                        .thenComparing(Leak::gateway)
                        .thenComparing(Leak::refusal, SMALLEST_FIRST))
                .toList();
        List<Leak> rest = leaks.stream().filter(leak -> leak.day().isAfter(day)).toList();
        List<Refusal> still = standing.stream()
                .filter(refusal -> refusal.until().isAfter(open))
                .toList();
        return new Closed(new Refusals(still, rest), over);
    }
}
