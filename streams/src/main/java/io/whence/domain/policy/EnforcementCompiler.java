/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how one version is enforced; what is not written keeps its default, except the grace, which has none. */
final class EnforcementCompiler {

    /** A year: whoever waits longer has no rule. */
    private static final Duration LONGEST = Duration.ofDays(366);

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
        var reminder = span("reminder", document.reminder(), Duration.ZERO, Enforcement.DEFAULT_REMINDER);
        var cleanPeriod =
                span("clean_period", document.cleanPeriod(), Duration.ofDays(1), Enforcement.DEFAULT_CLEAN_PERIOD);
        var probation = span("probation", document.probation(), Duration.ZERO, Enforcement.DEFAULT_PROBATION);
        grace.ifPresent(length -> warnOfReminder(length, reminder));
        return grace.map(length -> new Enforcement(length, approvals, reminder, cleanPeriod, probation));
    }

    private int approvals() {
        if (document.approvals() == null) {
            return Enforcement.DEFAULT_APPROVALS;
        }
        return new Written(document.approvals(), "2", diagnostics.at("approvals"))
                .wholeNumber(0, Enforcement.MAX_APPROVALS)
                .orElse(Enforcement.DEFAULT_APPROVALS);
    }

    private Duration span(String name, @Nullable String written, Duration shortest, Duration otherwise) {
        if (written == null) {
            return otherwise;
        }
        return new Written(written, "P" + otherwise.toDays() + "D", diagnostics.at(name))
                .duration(shortest, LONGEST)
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
