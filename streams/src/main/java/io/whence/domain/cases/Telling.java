/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, before it is written as a notice.
 *
 * @param kind what the notice does
 * @param causes what it is about; at least one
 * @param occasion tells it from an earlier notice of the same kind about the same causes; empty when there is but one
 * @param effectiveAt when enforcement starts; when it started or ended for ENFORCEMENT and LIFT
 * @param aftermath what became of the traffic since the warning, or null
 * @param lift why it is over, for LIFT
 */
record Telling(
        NoticeKind kind,
        List<Cause> causes,
        String occasion,
        Instant effectiveAt,
        @Nullable Aftermath aftermath,
        @Nullable LiftCause lift) {

    Telling {
        causes = List.copyOf(causes);
    }

    static Telling of(NoticeKind kind, List<Cause> causes, Instant effectiveAt) {
        return new Telling(kind, causes, "", effectiveAt, null, null);
    }

    /** About warnings that stand or stood. */
    static Telling about(NoticeKind kind, List<Warning> warnings, Assessment assessment, Instant effectiveAt) {
        Aftermath aftermath = warnings.stream()
                .map(warning -> warning.aftermath(assessment))
                .filter(java.util.Objects::nonNull)
                .max(java.util.Comparator.naturalOrder())
                .orElse(null);
        return new Telling(
                kind,
                warnings.stream().map(Warning::cause).toList(),
                assessment.at().toString(),
                effectiveAt,
                aftermath,
                null);
    }

    /** Whether it is only about a masked origin. */
    boolean indirect() {
        return causes.stream().allMatch(Cause::indirect);
    }

    /** The explanation that wins: that of all causes, or MIXED when they differ. */
    Classification classification() {
        List<Classification> distinct =
                causes.stream().map(Cause::classification).distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : Classification.MIXED;
    }

    Telling because(LiftCause cause) {
        return new Telling(kind, causes, occasion, effectiveAt, aftermath, cause);
    }
}
