/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Organizations to measure on: observed for the 30 days of September 2024. */
final class Outcomes {

    static final LocalDate FROM = LocalDate.of(2024, 9, 1);

    private Outcomes() {}

    static Subject clean(String archetype) {
        return subject(archetype, null, Set.of("US"), Set.of());
    }

    static Subject violator(String archetype, int firstDay) {
        return subject(archetype, FROM.plusDays(firstDay), Set.of("CN"), Set.of("DIRECT_EGRESS", "CONSOLE"));
    }

    static Subject subject(String archetype, @Nullable LocalDate violating, Set<String> regions, Set<String> facts) {
        return new Subject(
                "org-" + archetype,
                archetype,
                null,
                violating != null,
                archetype.equals("SAAS_EDGE"),
                archetype.equals("FRAMED_KEY"),
                violating,
                FROM,
                FROM.plusDays(29),
                regions,
                facts);
    }

    static Verdict warnedOn(int day, double... probabilities) {
        return new Verdict(
                FROM.plusDays(day),
                null,
                "DIRECT",
                List.of("DIRECT_EGRESS_CN"),
                Set.of(),
                "DIRECT",
                Arrays.stream(probabilities).boxed().toList());
    }

    static Verdict quiet(double... probabilities) {
        return new Verdict(
                null,
                null,
                null,
                List.of(),
                Set.of(),
                null,
                Arrays.stream(probabilities).boxed().toList());
    }

    static Outcome outcome(Subject subject, Verdict verdict) {
        return new Outcome(subject, verdict);
    }
}
