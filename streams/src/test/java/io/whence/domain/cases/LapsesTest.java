/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exemptions for some regions: every use is counted, and nobody is surprised when they lapse. */
class LapsesTest {

    private static final RegionPolicy POLICY = Traffic.policy("P15D");
    private static final Geolocation GEOLOCATION = new Geolocation(
            List.of(new DatabaseBuild("Test-City", Instant.parse("2024-06-18T00:00:00Z"), "00".repeat(32))), false);

    private static Exemption licence(String from, @Nullable String until, String... regions) {
        Set<Region> covered = new java.util.HashSet<>();
        for (String region : regions) {
            covered.add(new Region(region));
        }
        return new Exemption(
                "licence-7",
                null,
                covered,
                "Jane Doe",
                "LICENCE",
                "GL-D-1",
                Instant.parse(from + "T00:00:00Z"),
                until == null ? null : Instant.parse(until + "T00:00:00Z"));
    }

    private static Organization holding(Exemption exemption) {
        return new Organization("org-1", null, null, null, null, null, null, null, List.of(), List.of(exemption));
    }

    private static List<String> reasons(Exemption exemption, int days) {
        Traffic traffic = new Traffic().from("CN", days, 25).from("DE", days, 25);
        NoticeWriter writer = new NoticeWriter(holding(exemption), GEOLOCATION);
        List<String> reasons = new ArrayList<>();
        ComplianceCase compliance = ComplianceCase.none("org-1", "test-policy");
        for (int day = 1; day <= days; day++) {
            Assessment assessment = new Assessor(POLICY, Traffic.MODEL)
                    .assess(
                            compliance.standpoint(writer.organization()),
                            Traffic.FIRST.plusDays(day - 1L),
                            Traffic.FIRST.plusDays(day).atTime(6, 0).toInstant(java.time.ZoneOffset.UTC),
                            Observations.of(traffic.tallies()),
                            io.whence.domain.origin.DatabaseAge.FRESH);
            ComplianceCase.Outcome outcome = compliance.review(POLICY, assessment, writer);
            outcome.event()
                    .ifPresent(event -> reasons.add(event.at().toString().substring(0, 10) + " " + event.reason()));
            compliance = outcome.after();
        }
        return reasons;
    }

    @Test
    void itIsRecordedTwoWeeksBeforeAndWhenItLapses() {
        assertThat(reasons(licence("2024-01-01", "2024-07-20", "CN"), 32))
                .containsExactly(
                        "2024-06-25 TRAFFIC_SEEN",
                        "2024-07-06 EXEMPTION_LAPSES_SOON",
                        "2024-07-20 EXEMPTION_LAPSED",
                        "2024-07-24 WARNING");
    }

    @Test
    void whatWasGivenForFourWeeksIsNotMeantToBeRenewed() {
        assertThat(reasons(licence("2024-06-22", "2024-07-20", "CN"), 27)).containsExactly("2024-06-25 TRAFFIC_SEEN");
    }

    @Test
    void whatHoldsUntilFurtherNoticeNeverLapses() {
        assertThat(reasons(licence("2024-01-01", null, "CN"), 32)).containsExactly("2024-06-25 TRAFFIC_SEEN");
    }

    @Test
    void everyUseIsCounted() {
        Exemption china = licence("2024-06-26", "2024-07-02", "CN");
        ExemptionUses uses = new ExemptionUses(POLICY, List.of(china));
        uses.add(new Traffic()
                .from("CN", 20, 25)
                .from("RU", 20, 10)
                .from("DE", 20, 40)
                .tallies());

        assertThat(uses.at(Instant.parse("2024-07-01T12:00:00Z")))
                .containsExactly(new ExemptionUse(
                        "test-policy",
                        china,
                        ExemptionUse.State.LAPSES_SOON,
                        6 * 25,
                        6,
                        Instant.parse("2024-07-01T12:00:24Z")));
        assertThat(uses.at(Instant.parse("2024-07-02T00:00:00Z")))
                .extracting(ExemptionUse::state)
                .containsExactly(ExemptionUse.State.LAPSED);
    }

    @Test
    void aUseCountsForOneExemptionOnly() {
        Exemption first = licence("2024-06-01", null, "CN");
        Exemption second = new Exemption(
                "everything", null, Set.of(), "Jane Doe", "LICENCE", null, Instant.parse("2024-06-01T00:00:00Z"), null);
        ExemptionUses uses = new ExemptionUses(POLICY, List.of(first, second));
        uses.add(new Traffic().from("CN", 5, 25).from("RU", 5, 10).tallies());

        assertThat(uses.at(Instant.parse("2024-07-02T00:00:00Z")))
                .extracting(ExemptionUse::requests)
                .containsExactly(125L, 50L);
    }
}
