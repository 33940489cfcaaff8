/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how one version is enforced; what is not written keeps its default, except the grace, which has none. */
final class EnforcementCompiler {

    /** Whoever waits longer has no rule. */
    private static final Duration A_YEAR = Duration.ofDays(366);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Range UP_TO_A_YEAR = new Range(Duration.ZERO, A_YEAR);

    /** The lengths that may be written, both ends inclusive. */
    private record Range(Duration shortest, Duration longest) {}

    private final PolicyDocument.Enforcement document;
    private final Diagnostics diagnostics;

    EnforcementCompiler(PolicyDocument.Enforcement document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** How it is enforced; empty, with the reason noted, when the grace cannot be read. */
    Optional<Enforcement> compile() {
        var grace = new Written(document.grace(), "P15D", diagnostics.at("grace")).duration();
        var approvals = approvals();
        var reminder = span("reminder", document.reminder(), UP_TO_A_YEAR, Enforcement.DEFAULT_REMINDER);
        var cleanPeriod = span(
                "clean_period", document.cleanPeriod(), new Range(A_DAY, A_YEAR), Enforcement.DEFAULT_CLEAN_PERIOD);
        var probation = span("probation", document.probation(), UP_TO_A_YEAR, Enforcement.DEFAULT_PROBATION);
        var databaseAge = span(
                "database_age",
                document.databaseAge(),
                new Range(A_DAY, Enforcement.OLDEST_DATABASE),
                Enforcement.DEFAULT_DATABASE_AGE);
        var visits = visits(approvals);
        grace.ifPresent(length -> warnOfReminder(length, reminder));
        return grace.map(
                length -> new Enforcement(length, approvals, reminder, cleanPeriod, probation, databaseAge, visits));
    }

    private int approvals() {
        if (document.approvals() == null) {
            return Enforcement.DEFAULT_APPROVALS;
        }
        return new Written(document.approvals(), "2", diagnostics.at("approvals"))
                .wholeNumber(0, Enforcement.MAX_APPROVALS)
                .orElse(Enforcement.DEFAULT_APPROVALS);
    }

    private Visits visits(int approvals) {
        if (document.visits() == null) {
            return Visits.SERVED;
        }
        var place = diagnostics.at("visits");
        var visits = new Written(document.visits(), "served", place)
                .oneOf(List.of("served", "refused"))
                .map(word -> Visits.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Visits.SERVED);
        if (visits == Visits.REFUSED && approvals > 0) {
            place.problem(
                    document.visits(),
                    "a visit has no case that an officer could approve, and " + approvals
                            + " approvals are asked for; write 'approvals: 0', or leave visits served");
            return Visits.SERVED;
        }
        return visits;
    }

    private Duration span(String name, @Nullable String written, Range range, Duration otherwise) {
        if (written == null) {
            return otherwise;
        }
        return new Written(written, "P" + otherwise.toDays() + "D", diagnostics.at(name))
                .duration(range.shortest(), range.longest())
                .orElse(otherwise);
    }

    private void warnOfReminder(Duration grace, Duration reminder) {
        if (document.reminder() != null && !reminder.isZero() && reminder.compareTo(grace) >= 0) {
            diagnostics
                    .at("reminder")
                    .warning(
                            document.reminder(),
                            "'" + document.reminder() + "' is not shorter than the grace, so that a reminder would go"
                                    + " out with its notice; write a shorter time, or PT0S for no reminder");
        }
    }
}
