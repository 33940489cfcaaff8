/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.Family;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Evidence of a masked origin asks, and never refuses anything. */
class MaskedOriginTest {

    private static final RegionPolicy POLICY = Traffic.policy("P15D");
    private static final LocalDate FIRST = Traffic.FIRST;
    private static final NoticeWriter WRITER =
            new NoticeWriter(Organization.unknown("org-1"), new Geolocation(List.of(), false));

    @Test
    void delaysVpnAndALogInTogetherAskWhatExplainsThem() {
        Assessment assessment = assessedAfter(28, MaskedOriginTest::behindAVpn);

        assertThat(assessment.probability()).isGreaterThan(0.9);
        assertThat(assessment.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(NoticeKind.WARNING);
            assertThat(cause.region()).isEqualTo(Region.UNKNOWN);
            assertThat(cause.classification().benign()).isFalse();
        });
    }

    @Test
    void aVpnAloneIsNothingToAskAbout() {
        Assessment assessment = assessedAfter(28, (date, day) -> vpn(day));

        assertThat(assessment.causes()).isEmpty();
        assertThat(assessment.probability()).isLessThan(0.05);
    }

    @Test
    void hoursAloneAreNothingToAskAbout() {
        Assessment assessment = assessedAfter(28, (date, day) -> chineseHours(day));

        assertThat(assessment.verdict().of(Family.TIME)).isPositive();
        assertThat(assessment.causes()).isEmpty();
    }

    @Test
    void nothingIsEverRemindedOfOrRefusedForIt() {
        List<ComplianceCase.Outcome> outcomes = play(60, MaskedOriginTest::behindAVpn);

        List<Notice> notices =
                outcomes.stream().flatMap(outcome -> outcome.notices().stream()).toList();
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.WARNING);
            assertThat(notice.summary()).contains("We do not know why");
            assertThat(notice.remedy()).contains("Nothing is refused");
        });
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.decisions())
                        .as(outcome.after().asOf().toString())
                        .isEmpty());
    }

    @Test
    void itEndsWhenTheEvidenceDoes() {
        List<ComplianceCase.Outcome> outcomes = play(90, (date, day) -> {
            if (date.isBefore(FIRST.plusDays(30))) {
                behindAVpn(date, day);
            }
        });

        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.notices().stream())
                        .map(Notice::kind))
                .containsExactly(NoticeKind.WARNING, NoticeKind.LIFT);
    }

    private static List<ComplianceCase.Outcome> play(int days, BiConsumer<LocalDate, EvidenceDay> facts) {
        List<ComplianceCase.Outcome> outcomes = new ArrayList<>();
        ComplianceCase compliance = ComplianceCase.none("org-1", POLICY.id());
        for (int day = 1; day <= days; day++) {
            ComplianceCase.Outcome outcome = compliance.review(POLICY, assessedAfter(day, facts), WRITER);
            outcomes.add(outcome);
            compliance = outcome.after();
        }
        return outcomes;
    }

    private static Assessment assessedAfter(int days, BiConsumer<LocalDate, EvidenceDay> facts) {
        LocalDate last = FIRST.plusDays(days - 1L);
        NavigableMap<LocalDate, EvidenceDay> observed = new TreeMap<>();
        FIRST.datesUntil(last.plusDays(1)).forEach(date -> {
            EvidenceDay day = new EvidenceDay();
            facts.accept(date, day);
            observed.put(date, day);
        });
        Instant at = last.plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC);
        return new Assessor(POLICY, Traffic.MODEL)
                .assess(
                        Standpoint.of(Organization.unknown("org-1")),
                        last,
                        at,
                        new Observations(new Traffic().from("DE", days, 50).tallies(), observed),
                        DatabaseAge.FRESH);
    }

    static void behindAVpn(LocalDate date, EvidenceDay day) {
        vpn(day);
        chineseHours(day);
        day.delays().count(0, 0, 50, 48);
        day.consoles().add("CN", 1);
    }

    private static void vpn(EvidenceDay day) {
        for (int slot = 0; slot < 144; slot++) {
            day.times().mark(NetworkType.VPN, slot * 600_000L);
        }
    }

    private static void chineseHours(EvidenceDay day) {
        for (int hour = 1; hour < 13; hour++) {
            day.hours()[hour] = 20;
        }
    }
}
