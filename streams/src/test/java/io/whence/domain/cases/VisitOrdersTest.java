/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Provenance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is too little for a notice is refused where it is, if the policy announced so, and nothing else is. */
class VisitOrdersTest {

    private static final Provenance TEHRAN = from("IR", NetworkType.MOBILE, Agreement.CONFIRMED);
    private static final List<String> REFUSED =
            List.of("2024-07-12 true announcement/test-policy/1", "2024-07-17 false null");

    private RegionPolicy policy = policy("refused");
    private String built = "2024-06-18";
    private Organization organization = Organization.unknown("org-1");
    private Suspensions suspensions = Suspensions.NONE;

    private static Provenance from(String region, NetworkType type, Agreement agreement) {
        return new Provenance(new Region(region), type, agreement);
    }

    private static RegionPolicy policy(String visits) {
        return Traffic.policy(new PolicyDocument.Enforcement("P15D", "0", null, null, null, null, visits));
    }

    /** Much from Germany on thirty days, and three days of something else from the day after so many. */
    private static Traffic days(Provenance visit, int after, int requestsADay) {
        return new Traffic().from("DE", 30, 3000).journey(visit, after, 3, requestsADay);
    }

    /** What gateways were told, leaving out that orders are given again. */
    private List<String> orders(Traffic traffic) {
        NoticeWriter writer = new NoticeWriter(
                organization,
                new Geolocation(
                        List.of(new DatabaseBuild("Test-City", Instant.parse(built + "T00:00:00Z"), "00".repeat(32))),
                        false),
                suspensions);
        List<String> orders = new ArrayList<>();
        ComplianceCase compliance = ComplianceCase.none("org-1", "test-policy");
        for (int day = 1; day <= 28; day++) {
            Assessment assessment = new Assessor(policy, Traffic.MODEL)
                    .assess(
                            compliance.standpoint(organization),
                            Traffic.FIRST.plusDays(day - 1L),
                            Traffic.FIRST.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC),
                            Observations.of(traffic.tallies()),
                            DatabaseAge.FRESH);
            ComplianceCase.Outcome outcome = compliance.review(policy, assessment, writer);
            assertThat(outcome.notices()).isEmpty();
            assertThat(outcome.decisions().isEmpty())
                    .isEqualTo(outcome.event()
                            .filter(event -> event.reason().contains("VISIT"))
                            .isEmpty());
            outcome.decisions()
                    .forEach(order -> orders.add(order.issuedAt().toString().substring(0, 10) + " " + order.refuse()
                            + " " + order.noticeId()));
            compliance = outcome.after();
        }
        return orders;
    }

    @Test
    void aVisitIsRefusedFromItsFirstClosedDayUntilThreeDaysPassedWithoutAnAttempt() {
        assertThat(orders(days(TEHRAN, 17, 20))).isEqualTo(REFUSED);
    }

    @Test
    void nothingIsRefusedWhereThePolicyDoesNotSaySo() {
        policy = policy("served");

        assertThat(orders(days(TEHRAN, 17, 20))).isEmpty();
    }

    @Test
    void nothingIsRefusedForWhatCameBeforeTheGraceOfTheAnnouncementWasOver() {
        assertThat(orders(days(TEHRAN, 11, 20))).as("5 to 7 July").isEmpty();
        assertThat(orders(days(TEHRAN, 13, 20)))
                .as("7 to 9 July")
                .containsExactly("2024-07-10 true announcement/test-policy/1", "2024-07-13 false null");
    }

    @Test
    void nothingIsRefusedWhereThePlaceIsNotSure() {
        assertThat(orders(days(from("IR", NetworkType.MOBILE, Agreement.UNCHECKED), 17, 20)))
                .isEmpty();
        assertThat(orders(days(from("IR", NetworkType.EDGE_PLATFORM, Agreement.CONFIRMED), 17, 20)))
                .isEmpty();
    }

    @Test
    void whatIsAHundredthOfAllRequestsIsNoVisit() {
        assertThat(orders(new Traffic().from("DE", 30, 30).journey(TEHRAN, 17, 3, 20)))
                .isEmpty();
    }

    @Test
    void nothingIsRefusedOnAnOldDatabaseOrASuspendedSignalOrUnderALicence() {
        built = "2024-03-01";
        assertThat(orders(days(TEHRAN, 17, 20))).as("old").isEmpty();

        built = "2024-06-18";
        suspensions = Suspensions.of(List.of(new Control(
                "c",
                ControlKind.SUSPEND_SIGNAL,
                "DIRECT_EGRESS/IR/2024-07-01",
                true,
                "ann",
                "APPEALS",
                Instant.EPOCH,
                null)));
        assertThat(orders(days(TEHRAN, 17, 20))).as("suspended").isEmpty();

        suspensions = Suspensions.NONE;
        organization = new Organization(
                "org-1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Exemption(
                        "licence-7", null, Set.of(new Region("IR")), "ann", "LICENCE", "GL-D-2", Instant.EPOCH, null)));
        assertThat(orders(days(TEHRAN, 17, 20))).as("licensed").isEmpty();
    }
}
