/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a review makes of the warnings of a case: which end, which are new, which are told again. */
final class Progress {

    private final List<Warning> standing = new ArrayList<>();
    private final Map<Warning, LiftCause> lifted = new LinkedHashMap<>();
    private final List<Warning> warned = new ArrayList<>();
    private final List<Warning> masked = new ArrayList<>();
    private final List<Warning> reminded = new ArrayList<>();
    private final List<Warning> enforced = new ArrayList<>();
    private final List<Warning> reweighed = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();

    private Progress() {}

    static Progress of(Collection<Warning> before, Review review, Collection<Approval> approvals) {
        Progress progress = new Progress();
        for (Warning warning :
                new TreeMap<>(before.stream().collect(Collectors.toMap(Warning::region, one -> one))).values()) {
            progress.take(warning.seen(review.assessment()), review, approvals);
        }
        progress.warn(review);
        progress.tell(review);
        return progress;
    }

    private void take(Warning warning, Review review, Collection<Approval> approvals) {
        LiftCause over = review.liftCause(warning);
        if (over != null) {
            lifted.put(warning, over);
            return;
        }
        Warning now = weighed(warning, review);
        if (review.newlyMasked(now)) {
            now = now.asMasked();
            masked.add(now);
        }
        if (review.mayEnforce(now, approvals)) {
            enforced.add(now);
        } else if (review.toRemind(now)) {
            reminded.add(now);
            now = now.reminded();
        }
        standing.add(now);
    }

    private Warning weighed(Warning warning, Review review) {
        Warning now = review.weighed(warning);
        if (!Objects.equals(now.withheldBy(), warning.withheldBy())) {
            reweighed.add(now);
        }
        return now;
    }

    private void warn(Review review) {
        for (Cause cause : review.toWarn(standing)) {
            Warning warning = weighed(review.warn(cause), review);
            standing.removeIf(told -> told.region().equals(cause.region()));
            standing.add(warning);
            warned.add(warning);
        }
        standing.sort(null);
    }

    private void tell(Review review) {
        Assessment assessment = review.assessment();
        List<Cause> advice = review.toAdvise(standing);
        if (!advice.isEmpty()) {
            tellings.add(
                    Telling.of(NoticeKind.ADVISORY, advice, assessment.policy().effectiveAt()));
        }
        if (!warned.isEmpty()) {
            List<Cause> causes = warned.stream().map(Warning::cause).toList();
            tellings.add(Telling.of(NoticeKind.WARNING, causes, warned.get(0).enforceableFrom()));
        }
        if (!masked.isEmpty()) {
            tellings.add(Telling.about(NoticeKind.WARNING, masked, assessment, latest(masked, review.at())));
        }
        if (!reminded.isEmpty()) {
            tellings.add(Telling.about(NoticeKind.REMINDER, reminded, assessment, latest(reminded, review.at())));
        }
        if (!enforced.isEmpty()) {
            tellings.add(enforcement(review));
        }
        Map<LiftCause, List<Warning>> over = new TreeMap<>();
        lifted.forEach((warning, cause) ->
                over.computeIfAbsent(cause, none -> new ArrayList<>()).add(warning));
        over.forEach((cause, warnings) -> tellings.add(Telling.about(NoticeKind.LIFT, warnings, assessment, review.at())
                .because(cause)));
    }

    private Telling enforcement(Review review) {
        Telling telling = Telling.about(NoticeKind.ENFORCEMENT, enforced, review.assessment(), review.at());
        String noticeId = review.names().idOf(telling);
        standing.replaceAll(warning -> enforced.contains(warning) ? warning.enforcedBy(noticeId) : warning);
        return telling;
    }

    private static Instant latest(List<Warning> warnings, Instant atLeast) {
        return warnings.stream()
                .map(Warning::enforceableFrom)
                .filter(from -> from.isAfter(atLeast))
                .max(java.util.Comparator.naturalOrder())
                .orElse(atLeast);
    }

    /** The warnings that stand now, by region. */
    List<Warning> standing() {
        return List.copyOf(standing);
    }

    /** The warnings that ended, with the reason. */
    Map<Warning, LiftCause> lifted() {
        return Collections.unmodifiableMap(lifted);
    }

    /** Whether gateways act on a warning from now. */
    boolean enforces() {
        return !enforced.isEmpty();
    }

    /** Whether anything is worth recording. */
    boolean nothing() {
        return tellings.isEmpty() && reweighed.isEmpty();
    }

    /** The move, with what happened in words. */
    Move moveTo(CaseState next) {
        return new Move(next, reason(), because(), tellings);
    }

    private String reason() {
        List<String> codes = new ArrayList<>();
        tellings.forEach(
                telling -> codes.add(telling.lift() == null ? telling.kind().name() : "LIFT_" + telling.lift()));
        reweighed.stream().map(Progress::standingOfSignal).distinct().forEach(codes::add);
        return String.join("+", codes);
    }

    private static String standingOfSignal(Warning warning) {
        return warning.withheldBy() == null ? "SIGNAL_RESTORED" : "SIGNAL_SUSPENDED";
    }

    private String because() {
        Stream<String> told = tellings.stream()
                .map(telling -> telling.kind() + " "
                        + NoticeWriter.regionsOf(telling.causes())
                        + (telling.lift() == null ? "" : " because " + telling.lift())
                        + (telling.aftermath() == null ? "" : ", traffic " + telling.aftermath()));
        Stream<String> weighed = reweighed.stream()
                .map(warning -> warning.withheldBy() == null
                        ? "enforcement about " + warning.region() + " is withheld no more"
                        : "enforcement about " + warning.region() + " is withheld: " + warning.withheldBy()
                                + " is suspended");
        return Stream.concat(told, weighed).collect(Collectors.joining("; "));
    }
}
