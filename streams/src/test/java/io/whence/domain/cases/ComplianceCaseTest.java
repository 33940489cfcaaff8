/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.RegionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplianceCaseTest {

    private static final Geolocation GEOLOCATION = new Geolocation(
            List.of(new DatabaseBuild("GeoLite2-City", Instant.parse("2024-06-18T00:00:00Z"), "ab".repeat(32))), false);
    private static final RegionPolicy POLICY = Traffic.policy("P15D");
    private static final NoticeWriter WRITER = new NoticeWriter(Organization.unknown("org-1"), GEOLOCATION);

    private static ComplianceCase none() {
        return ComplianceCase.none("org-1", "test-policy");
    }

    /** Assesses the traffic at the end of each of the first days, one after the other. */
    private static List<ComplianceCase.Outcome> follow(Traffic traffic, int days) {
        List<ComplianceCase.Outcome> outcomes = new ArrayList<>();
        ComplianceCase compliance = none();
        for (int day = 1; day <= days; day++) {
            ComplianceCase.Outcome outcome = compliance.review(POLICY, traffic.assessedAfter(day), WRITER);
            outcomes.add(outcome);
            compliance = outcome.after();
        }
        return outcomes;
    }

    private static List<Notice> notices(List<ComplianceCase.Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.notices().stream()).toList();
    }

    @Test
    void staysClearWithoutUnsupportedTraffic() {
        ComplianceCase.Outcome outcome =
                none().review(POLICY, new Traffic().from("DE", 5, 1000).assessedAfter(5), WRITER);

        assertThat(outcome.after().untouched()).isTrue();
        assertThat(outcome.event()).isEmpty();
        assertThat(outcome.notices()).isEmpty();
    }

    @Test
    void observesThenWarnsOnceAtTheThreshold() {
        List<ComplianceCase.Outcome> outcomes = follow(new Traffic().from("CN", 10, 25), 10);

        assertThat(outcomes)
                .extracting(outcome -> outcome.after().state().name())
                .startsWith("OBSERVED", "OBSERVED", "OBSERVED", "NOTICED")
                .endsWith("NOTICED");
        assertThat(notices(outcomes)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.WARNING);
            assertThat(notice.classification()).isEqualTo(Classification.DIRECT);
            assertThat(notice.issuedAt()).isEqualTo(Instant.parse("2024-06-28T06:00:00Z"));
            assertThat(notice.effectiveAt()).isEqualTo(Instant.parse("2024-07-14T00:00:00Z"));
            assertThat(notice.mode()).isEqualTo(PolicyMode.LIVE);
            assertThat(notice.regions()).singleElement().satisfies(traffic -> {
                assertThat(traffic.requests()).isEqualTo(100);
                assertThat(traffic.keys()).containsExactly(new KeyUse("key-1", 100));
                assertThat(traffic.networks().get(0).egress().prefix()).isEqualTo("198.51.100.0/24");
            });
            assertThat(notice.summary())
                    .isEqualTo("Between 2024-05-31 and 2024-06-27 (UTC), 100 requests on 4 days came directly"
                            + " out of networks that our data places in CN.");
            assertThat(notice.geolocation()).isEqualTo(GEOLOCATION.builds());
        });
    }

    @Test
    void graceIsNeverShorterThanThePolicyPromises() {
        Notice notice = notices(follow(new Traffic().from("CN", 10, 25), 10)).get(0);

        assertThat(Duration.between(notice.issuedAt(), notice.effectiveAt()))
                .isGreaterThanOrEqualTo(Duration.ofDays(15));
    }

    @Test
    void aSecondRegionIsASecondCause() {
        Traffic traffic = new Traffic().from("CN", 20, 25).from("RU", 9, 12);

        assertThat(notices(follow(traffic, 20)))
                .extracting(notice -> notice.regions().size(), Notice::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, NoticeKind.WARNING),
                        org.assertj.core.groups.Tuple.tuple(2, NoticeKind.WARNING),
                        org.assertj.core.groups.Tuple.tuple(2, NoticeKind.REMINDER),
                        org.assertj.core.groups.Tuple.tuple(2, NoticeKind.ENFORCEMENT));
        assertThat(notices(follow(traffic, 20))).extracting(Notice::noticeId).doesNotHaveDuplicates();
    }

    @Test
    void theSameHistoryGivesTheSameNotice() {
        assertThat(notices(follow(new Traffic().from("CN", 10, 25), 10)))
                .isEqualTo(notices(follow(new Traffic().from("CN", 10, 25), 10)));
    }

    @Test
    void clearsWhenTheWindowHoldsNoneOfItAndOpensANewCaseWhenItComesBack() {
        Traffic shortVisit = new Traffic().from("CN", 2, 10).from("DE", 40, 10);
        List<ComplianceCase.Outcome> outcomes = follow(shortVisit, 40);

        assertThat(outcomes.get(39).after().state()).isEqualTo(new Clear());
        ComplianceCase again = outcomes.get(39)
                .after()
                .review(POLICY, new Traffic().from("CN", 40, 1).assessedAfter(40), WRITER)
                .after();
        assertThat(again.caseId()).isNotEqualTo(outcomes.get(0).after().caseId());
        assertThat(again.sequence()).isEqualTo(3);
    }

    @Test
    void everyTransitionIsOneEventChainedToTheOneBefore() {
        List<CaseEvent> events = follow(new Traffic().from("CN", 10, 25), 10).stream()
                .flatMap(outcome -> outcome.event().stream())
                .toList();

        assertThat(events)
                .extracting(CaseEvent::from, CaseEvent::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CLEAR", "OBSERVED"),
                        org.assertj.core.groups.Tuple.tuple("OBSERVED", "NOTICED"));
        assertThat(events.get(0).previousHash()).isEqualTo(CaseEvent.NO_HASH);
        assertThat(events.get(1).previousHash()).isEqualTo(events.get(0).hash());
        assertThat(events).allSatisfy(event -> assertThat(event.hash()).isEqualTo(event.expectedHash()));
    }

    @Test
    void nothingIsToldBeforeThePolicyIsAnnounced() {
        Traffic traffic = new Traffic().from("CN", 10, 25);
        Assessment before = new Assessor(Traffic.policy("P15D"), Traffic.MODEL)
                .assess(
                        Standpoint.of(Organization.unknown("org-1")),
                        Traffic.FIRST.plusDays(9),
                        Instant.parse("2024-06-23T23:59:59Z"),
                        Observations.of(traffic.tallies()),
                        io.whence.domain.origin.DatabaseAge.FRESH);

        assertThat(before.causes()).isNotEmpty();
        assertThat(none().review(POLICY, before, WRITER).notices()).isEmpty();
    }

    @Test
    void onDemoDataNobodyIsTold() {
        NoticeWriter demo =
                new NoticeWriter(Organization.unknown("org-1"), new Geolocation(GEOLOCATION.builds(), true));
        Assessment assessment = new Traffic().from("CN", 10, 25).assessedAfter(10);

        assertThat(none().review(POLICY, assessment, demo).notices())
                .extracting(Notice::mode)
                .containsExactly(PolicyMode.SHADOW);
    }

    @ParameterizedTest
    @EnumSource(Classification.class)
    void noTextAccusesOrShowsHowToHide(Classification classification) {
        for (NoticeKind kind : NoticeKind.values()) {
            String text = NoticeText.remedy(kind, classification, "CN").toLowerCase(java.util.Locale.ROOT);
            assertThat(text)
                    .doesNotContain("vpn", "proxy", "relay", "tunnel", "violat", "illegal", "fraud")
                    .isNotBlank();
        }
    }

    /** A journey that began while the warning stood: at the end of grace it explains what is seen. */
    @Test
    void nothingIsEnforcedThatAJourneyMayExplain() {
        Traffic traffic = new Traffic().from("DE", 40, 50);
        Assessment journey = traffic.journey("CN", 30, 5, 40).assessedAfter(35);

        assertThat(journey.causes())
                .extracting(Cause::kind, Cause::classification)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NoticeKind.ADVISORY, Classification.TRAVELLER));
        assertThat(journey.explained(new io.whence.domain.origin.Region("CN"))).isTrue();
    }
}
