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
import org.junit.jupiter.api.Test;

/** A signal that appeals showed to be wrong too often enforces nothing. */
class SuspensionsTest {

    private static final RegionPolicy POLICY = Traffic.policy("P15D");
    private static final Geolocation GEOLOCATION = new Geolocation(
            List.of(new DatabaseBuild("Test-City", Instant.parse("2024-06-18T00:00:00Z"), "00".repeat(32))), false);
    private static final Region CHINA = new Region("CN");

    private static Control control(ControlKind kind, String subject, boolean active) {
        return new Control("c", kind, subject, active, "ann", "APPEALS", Instant.parse("2024-01-01T00:00:00Z"), null);
    }

    private static Suspensions given(String... changes) {
        List<Control> controls = new ArrayList<>();
        for (String change : changes) {
            String[] words = change.split(" ", 2);
            controls.add(control(ControlKind.valueOf(words[0] + "_SIGNAL"), words[1], true));
        }
        return Suspensions.of(controls);
    }

    /** Traffic from China for 25 days; the warning may be enforced from 14 July on. */
    private static List<ComplianceCase.Outcome> follow(Suspensions suspensions) {
        Traffic traffic = new Traffic().from("CN", 30, 25);
        NoticeWriter writer = new NoticeWriter(Organization.unknown("org-1"), GEOLOCATION, suspensions);
        List<ComplianceCase.Outcome> outcomes = new ArrayList<>();
        ComplianceCase compliance = ComplianceCase.none("org-1", "test-policy");
        for (int day = 1; day <= 28; day++) {
            ComplianceCase.Outcome outcome = compliance.review(POLICY, traffic.assessedAfter(day), writer);
            outcomes.add(outcome);
            compliance = outcome.after();
        }
        return outcomes;
    }

    private static List<String> reasons(List<ComplianceCase.Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.event().stream())
                .map(event -> event.at().toString().substring(0, 10) + " " + event.to() + " " + event.reason())
                .toList();
    }

    private static List<String> orders(List<ComplianceCase.Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.decisions().stream())
                .map(decision -> decision.issuedAt().toString().substring(0, 10) + " " + decision.refuse())
                .toList();
    }

    @Test
    void withoutAnyTheOrderIsGivenWhenTheGraceIsOver() {
        assertThat(reasons(follow(Suspensions.NONE)))
                .containsExactly(
                        "2024-06-25 OBSERVED TRAFFIC_SEEN",
                        "2024-06-28 NOTICED WARNING",
                        "2024-07-11 NOTICED REMINDER",
                        "2024-07-14 ENFORCED ENFORCEMENT");
    }

    @Test
    void theWarningStandsAndTheOrderIsWithheld() {
        List<ComplianceCase.Outcome> outcomes = follow(given("SUSPEND DIRECT_EGRESS/CN/2024-07-01"));

        assertThat(reasons(outcomes))
                .containsExactly(
                        "2024-06-25 OBSERVED TRAFFIC_SEEN",
                        "2024-06-28 NOTICED WARNING",
                        "2024-07-01 NOTICED SIGNAL_SUSPENDED",
                        "2024-07-11 NOTICED REMINDER");
        assertThat(orders(outcomes)).isEmpty();
        assertThat(outcomes.get(6).event())
                .get()
                .satisfies(event -> assertThat(event.cause())
                        .isEqualTo("enforcement about CN is withheld: DIRECT_EGRESS/CN is suspended"));
        assertThat(outcomes.get(27).after().state().warnings())
                .extracting(Warning::withheldBy)
                .containsExactly("DIRECT_EGRESS/CN");
    }

    @Test
    void whatWasEnforcedIsWithdrawnAndEnforcedAgainWhenTheSignalIsRestored() {
        List<ComplianceCase.Outcome> outcomes =
                follow(given("SUSPEND DIRECT_EGRESS/CN/2024-07-16", "RESTORE DIRECT_EGRESS/CN/2024-07-19"));

        assertThat(reasons(outcomes))
                .endsWith(
                        "2024-07-14 ENFORCED ENFORCEMENT",
                        "2024-07-16 NOTICED SIGNAL_SUSPENDED",
                        "2024-07-19 ENFORCED ENFORCEMENT+SIGNAL_RESTORED");
        assertThat(orders(outcomes)).containsExactly("2024-07-14 true", "2024-07-16 false", "2024-07-19 true");
    }

    @Test
    void noticesSayThatNothingIsRefusedForNow() {
        List<Notice> notices = follow(given("SUSPEND DIRECT_EGRESS/CN/2024-06-01")).stream()
                .flatMap(outcome -> outcome.notices().stream())
                .toList();

        assertThat(notices).extracting(Notice::kind).containsExactly(NoticeKind.WARNING, NoticeKind.REMINDER);
        assertThat(notices)
                .allSatisfy(notice -> assertThat(notice.summary())
                        .endsWith(" Nothing is refused from CN for now: appeals have shown that what this rests on is"
                                + " wrong there too often."));
        assertThat(reasons(follow(given("SUSPEND DIRECT_EGRESS/CN/2024-06-01"))))
                .contains("2024-06-28 NOTICED WARNING+SIGNAL_SUSPENDED");
    }

    @Test
    void anotherSignalAndAnotherRegionChangeNothing() {
        assertThat(follow(given("SUSPEND DIRECT_EGRESS/HK/2024-06-01", "SUSPEND LATENCY/CN/2024-06-01")))
                .isEqualTo(follow(Suspensions.NONE));
    }

    @Test
    void theLatestWordCountsAndARestorationOfTheSameDayWins() {
        Suspensions suspensions = given(
                "SUSPEND X/CN/2024-07-01",
                "RESTORE X/CN/2024-07-05",
                "SUSPEND X/CN/2024-07-08",
                "RESTORE X/CN/2024-07-08");

        assertThat(suspensions.holds("X", CHINA, Instant.parse("2024-06-30T23:59:59.999Z")))
                .isFalse();
        assertThat(suspensions.holds("X", CHINA, Instant.parse("2024-07-01T00:00:00Z")))
                .isTrue();
        assertThat(suspensions.holds("X", CHINA, Instant.parse("2024-07-04T23:59:59.999Z")))
                .isTrue();
        assertThat(suspensions.holds("X", CHINA, Instant.parse("2024-07-05T00:00:00Z")))
                .isFalse();
        assertThat(suspensions.holds("X", CHINA, Instant.parse("2024-07-09T00:00:00Z")))
                .isFalse();
    }

    @Test
    void whatIsReleasedBeforeItTookEffectDoesNot() {
        Control withdrawn = control(ControlKind.SUSPEND_SIGNAL, "DIRECT_EGRESS/CN/2024-07-01", false);

        assertThat(Suspensions.of(List.of(withdrawn))
                        .holds("DIRECT_EGRESS", CHINA, Instant.parse("2024-07-02T00:00:00Z")))
                .isFalse();
    }
}
