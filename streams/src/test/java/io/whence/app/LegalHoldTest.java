/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.NetworkType;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is stored about an organization under a legal hold does not age out. */
class LegalHoldTest {

    private static final String BERLIN = "91.64.1.7";
    private static final LocalDate OLD = LocalDate.parse("2023-05-01");

    private static Control control(ControlKind kind, String at) {
        return new Control("control-" + kind, kind, "held", true, "ann", "SUBPOENA_17", Instant.parse(at), null);
    }

    private static int kept(Scenario scenario, String organization) {
        return scenario.backtest().state().tallies(organization, OLD, OLD).size();
    }

    @Test
    void retentionWaitsForTheReleaseAndThenCatchesUp() {
        try (Scenario scenario =
                new Scenario().given(Scenario.openAiApi()).givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320)) {
            for (String organization : new String[] {"held", "other"}) {
                scenario.requests(organization, BERLIN, OLD.toString(), 1, 5);
            }
            scenario.backtest().control(control(ControlKind.LEGAL_HOLD, "2024-06-01T00:00:00Z"));
            for (String organization : new String[] {"held", "other"}) {
                scenario.requests(organization, BERLIN, "2024-07-01", 2, 5);
            }

            assertThat(kept(scenario, "other")).isZero();
            assertThat(kept(scenario, "held")).isEqualTo(1);

            scenario.backtest().control(control(ControlKind.RELEASE_HOLD, "2024-07-02T00:00:00Z"));
            scenario.requests("held", BERLIN, "2024-07-03", 2, 5);
            assertThat(kept(scenario, "held")).isZero();
        }
    }

    @Test
    void totalsNameNobodyAndAgeOutAllTheSame() {
        LocalDate recent = LocalDate.parse("2024-07-01");
        try (Scenario scenario =
                new Scenario().given(Scenario.openAiApi()).givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320)) {
            scenario.requests("held", BERLIN, OLD.toString(), 2, 5);
            assertThat(scenario.backtest().state().totals(OLD, OLD)).hasSize(1);

            scenario.backtest().control(control(ControlKind.LEGAL_HOLD, "2024-06-01T00:00:00Z"));
            scenario.requests("held", BERLIN, recent.toString(), 2, 5);

            assertThat(scenario.backtest().state().totals(OLD, recent))
                    .extracting(RegionTotal::day)
                    .isNotEmpty()
                    .allMatch(day -> !day.isBefore(recent));
        }
    }
}
