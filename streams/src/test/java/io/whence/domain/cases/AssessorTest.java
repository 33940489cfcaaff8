/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.whence.domain.access.Cidr;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.policy.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessorTest {

    @Test
    void persistentDirectTrafficIsACauseToWarn() {
        Assessment assessment =
                new Traffic().from("CN", 4, 25).from("DE", 4, 100).assessedAfter(4);

        assertThat(assessment.causes())
                .extracting(
                        Cause::kind,
                        Cause::classification,
                        cause -> cause.region().code())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NoticeKind.WARNING, Classification.DIRECT, "CN"));
        assertThat(assessment.scoreDecibans()).isCloseTo(4.0, within(0.11));
        assertThat(assessment.regions().get(0).share()).isEqualTo(0.2);
    }

    @Test
    void aTravellersThreeDaysAreNoCause() {
        Assessment assessment =
                new Traffic().from("IR", 3, 500).from("DE", 14, 100).assessedAfter(14);

        assertThat(assessment.causes()).isEmpty();
        assertThat(assessment.bestBenign()).isEqualTo(Classification.TRAVELLER);
        assertThat(assessment.unsupportedTraffic()).isTrue();
    }

    @Test
    void tooFewRequestsAreNoCause() {
        assertThat(new Traffic().from("CN", 9, 11).assessedAfter(9).causes()).isEmpty();
    }

    @Test
    void refusedRequestsAccuseNobody() {
        Assessment assessment =
                new Traffic().refusedFrom("CN", 10, 1000).from("DE", 10, 10).assessedAfter(10);

        assertThat(assessment.causes()).isEmpty();
        assertThat(assessment.unsupportedTraffic()).isFalse();
        assertThat(assessment.requests()).isEqualTo(100);
    }

    @Test
    void functionsAnEdgePlatformRanInHongKongAreAnAdvisoryAndNoEvidence() {
        Assessment assessment = new Traffic()
                .from("HK", NetworkType.EDGE_PLATFORM, Agreement.UNCHECKED, 10, 200)
                .from("US", 10, 200)
                .assessedAfter(10);

        assertThat(assessment.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(NoticeKind.ADVISORY);
            assertThat(cause.classification()).isEqualTo(Classification.EDGE_PLATFORM);
        });
        assertThat(assessment.scoreDecibans()).isEqualTo(-20.0);
    }

    @Test
    void aVpnExitIsNoPlaceToJudgeBy() {
        Assessment assessment = new Traffic()
                .from("CN", NetworkType.VPN, Agreement.UNCHECKED, 10, 200)
                .assessedAfter(10);

        assertThat(assessment.causes()).isEmpty();
        assertThat(assessment.regions()).extracting(RegionTraffic::standing).containsOnly(Standing.INDETERMINATE);
    }

    @Test
    void whereTwoDatabasesDisagreeNobodyIsAccused() {
        Assessment assessment = new Traffic()
                .from("CN", NetworkType.EYEBALL, Agreement.DISPUTED, 10, 200)
                .assessedAfter(10);

        assertThat(assessment.causes()).isEmpty();
        assertThat(assessment.regions()).extracting(RegionTraffic::standing).containsOnly(Standing.INDETERMINATE);
    }

    @Test
    void oneDatabaseIsNotEnoughToWarnOfHongKong() {
        assertThat(new Traffic().from("HK", 10, 200).assessedAfter(10).causes())
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.kind()).isEqualTo(NoticeKind.ADVISORY);
                    assertThat(cause.classification()).isEqualTo(Classification.GEOLOCATION_DISPUTED);
                });
        assertThat(new Traffic()
                        .from("HK", NetworkType.EYEBALL, Agreement.CONFIRMED, 10, 200)
                        .assessedAfter(10)
                        .causes())
                .extracting(Cause::kind)
                .containsExactly(NoticeKind.WARNING);
    }

    @Test
    void crimeaIsToldFromTheRestOfUkraine() {
        Assessment assessment = new Traffic()
                .from("UA-43", 10, 50)
                .from("UA-12", 10, 50)
                .from("UA", 10, 50)
                .assessedAfter(10);

        assertThat(assessment.regions())
                .extracting(traffic -> traffic.region().code(), RegionTraffic::standing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("UA-43", Standing.UNSUPPORTED),
                        org.assertj.core.groups.Tuple.tuple("UA", Standing.INDETERMINATE),
                        org.assertj.core.groups.Tuple.tuple("UA-12", Standing.SUPPORTED));
        assertThat(assessment.causes())
                .extracting(cause -> cause.region().code())
                .containsExactly("UA-43");
    }

    @Test
    void aRegisteredNetworkIsTheOrganizationsOwnExplanation() {
        Organization registered = new Organization(
                "org-1", null, null, null, null, null, null, null, List.of(Cidr.parse("198.51.100.0/22")), List.of());
        Assessment unregistered = new Traffic().from("CN", 10, 50).assessedAfter(10);
        Assessment assessment = new Assessor(Traffic.policy("P15D"), Traffic.MODEL)
                .assess(
                        Standpoint.of(registered),
                        Traffic.FIRST.plusDays(9),
                        unregistered.at(),
                        Observations.of(new Traffic().from("CN", 10, 50).tallies()),
                        DatabaseAge.FRESH);

        assertThat(unregistered.causes()).extracting(Cause::kind).containsExactly(NoticeKind.WARNING);
        assertThat(assessment.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(NoticeKind.ADVISORY);
            assertThat(cause.classification()).isEqualTo(Classification.CORPORATE_EGRESS);
        });
    }

    @Test
    void supportedTrafficHoweverMuchNeverTakesACauseAway() {
        qt().forAll(
                        integers().between(1, 20),
                        integers().between(1, 300),
                        integers().between(1, 20),
                        integers().between(1, 2000))
                .checkAssert((days, requests, supportedDays, supportedRequests) -> {
                    List<Cause> without = new Traffic()
                            .from("CN", days, requests)
                            .assessedAfter(20)
                            .causes();
                    List<Cause> with = new Traffic()
                            .from("CN", days, requests)
                            .from("DE", supportedDays, supportedRequests)
                            .assessedAfter(20)
                            .causes();
                    assertThat(with)
                            .extracting(Cause::region)
                            .containsExactlyElementsOf(
                                    without.stream().map(Cause::region).toList());
                });
    }

    @Test
    void dilutionMakesAWarningAnAdvisoryOnlyBelowAThousandRequests() {
        assertThat(new Traffic()
                        .from("CN", 10, 99)
                        .from("DE", 10, 10_000)
                        .assessedAfter(10)
                        .causes())
                .extracting(Cause::kind)
                .containsExactly(NoticeKind.ADVISORY);
        assertThat(new Traffic()
                        .from("CN", 10, 100)
                        .from("DE", 10, 10_000)
                        .assessedAfter(10)
                        .causes())
                .extracting(Cause::kind)
                .containsExactly(NoticeKind.WARNING);
    }

    @Test
    void coverageIsTheShareThatCouldBeLocated() {
        assertThat(new Traffic()
                        .from("ZZ", 2, 25)
                        .from("DE", 2, 75)
                        .assessedAfter(2)
                        .coverage())
                .isEqualTo(0.75);
    }
}
