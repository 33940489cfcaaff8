/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.NetworkType;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A change that touches too many organizations at once is held back. */
class BreakerTest {

    private static final String SHANGHAI = "114.80.1.7";
    private static final String BERLIN = "91.64.1.7";

    private static Scenario world() {
        return new Scenario()
                .given(Scenario.openAiApi())
                .givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134)
                .givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320);
    }

    @Test
    void afterTwentyOrganizationsAndATenthOfThemTheRestIsParked() {
        try (Scenario scenario = world()) {
            for (int i = 0; i < 60; i++) {
                String address = i < 40 ? SHANGHAI : BERLIN;
                scenario.requests(String.format("org-%02d", i), address, "2024-06-24", 6, 30);
            }
            scenario.finish();

            assertThat(scenario.notices())
                    .filteredOn(notice -> notice.kind() == NoticeKind.WARNING)
                    .hasSize(20);
        }
    }

    @Test
    void asManyInTheCourseOfDaysAreNotTooMany() {
        try (Scenario scenario = world()) {
            for (int i = 0; i < 40; i++) {
                String firstDay = LocalDate.parse("2024-06-24").plusDays(i / 5).toString();
                scenario.requests(String.format("org-%02d", i), i < 30 ? SHANGHAI : BERLIN, firstDay, 5, 30);
            }
            scenario.finish();

            assertThat(scenario.notices())
                    .filteredOn(notice -> notice.kind() == NoticeKind.WARNING)
                    .hasSize(30);
        }
    }

    @Test
    void whatWasParkedGoesOnOnceAnOfficerReleasesThePolicy() {
        try (Scenario scenario = world()) {
            for (int i = 0; i < 30; i++) {
                scenario.requests(String.format("org-%02d", i), SHANGHAI, "2024-06-24", 5, 30);
            }
            scenario.collect();
            assertThat(warnings(scenario)).isEqualTo(20);

            scenario.backtest()
                    .control(new Control(
                            "control-1",
                            ControlKind.RELEASE_POLICY,
                            "openai-api",
                            true,
                            "ann",
                            "LOOKED_AT",
                            Instant.parse("2024-06-28T12:00:00Z"),
                            null));
            scenario.finish();
            assertThat(warnings(scenario)).isEqualTo(30);
        }
    }

    private static long warnings(Scenario scenario) {
        return scenario.notices().stream()
                .filter(notice -> notice.kind() == NoticeKind.WARNING)
                .count();
    }
}
