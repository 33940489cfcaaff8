/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.Finding;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When few requests and log-ins show that somebody is there, and when they are a visit. */
class PresenceTest {

    private static final int DAYS = 28;
    private static final String QUIET = "QUIET_DAYS";
    private static final NoticeWriter WRITER =
            new NoticeWriter(Organization.unknown("org-1"), new Geolocation(List.of(), false));

    private final Traffic traffic = new Traffic();
    private final NavigableMap<LocalDate, EvidenceDay> facts = new TreeMap<>();

    @Test
    void logInsThatGoOnForLongerThanAJourneyAreSomebodyWhoIsThere() {
        inDataCentres();
        logIn(2);
        logIn(6);
        logIn(10);

        assertThat(codes(assessment())).contains("DIRECT_EGRESS_CN", "CONSOLE_CN");
    }

    @Test
    void logInsOfOneWeekAreAVisit() {
        inDataCentres();
        logIn(2);
        logIn(6);
        logIn(9);

        assertThat(codes(assessment())).contains("CONSOLE_CN").doesNotContain("DIRECT_EGRESS_CN");
    }

    @Test
    void logInsOfTwoVisitsAreVisits() {
        inDataCentres();
        logIn(2);
        logIn(20);

        assertThat(codes(assessment())).contains("CONSOLE_CN").doesNotContain("DIRECT_EGRESS_CN");
        assertThat(assessment().causes()).isEmpty();
    }

    @Test
    void twoDaysAreLeaksOfWhoIsSeenOnNoLineOfPeopleElsewhere() {
        inDataCentres();
        requests(4);
        requests(17);

        assertThat(assessment().causes()).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(NoticeKind.WARNING);
            assertThat(cause.region().code()).isEqualTo("CN");
        });
    }

    @Test
    void aWarningOfSoFewSaysWhatTheOtherReasonsComeTo() {
        inDataCentres();
        requests(4);
        requests(17);
        Assessment assessment = assessment();

        List<Notice> notices = ComplianceCase.none("org-1", "test-policy")
                .review(Traffic.policy("P15D"), assessment, WRITER)
                .notices();

        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.summary())
                        .isEqualTo(
                                "Between 2024-06-24 and 2024-07-21 (UTC), 40 requests on 2 days came directly out of networks"
                                        + " that our data places in CN. Alone they would be too few to write about; with the other"
                                        + " reasons, the probability of use from there is "
                                        + Math.floor(1000 * assessment.probability()) / 10 + " %."));
    }

    @Test
    void threeDaysWithAWeekendBetweenThemAreOneStay() {
        inDataCentres();
        requests(4);
        requests(7);
        requests(8);

        assertThat(assessment().causes()).isEmpty();
    }

    @Test
    void twoDaysOfWhoIsHardlyKnownAreNotWarnedOf() {
        traffic.from("DE", NetworkType.HOSTING, Agreement.CONFIRMED, 6, 50);
        requests(4);
        requests(5);

        assertThat(assessment().causes()).isEmpty();
    }

    @Test
    void twoDaysOfWhoIsSeenAtHomeAreNotWarnedOf() {
        traffic.from("DE", DAYS, 50);
        requests(4);
        requests(17);

        assertThat(assessment().causes()).isEmpty();
    }

    @Test
    void aHomeThatDatabasesPlaceInTwoSupportedCountriesIsAHome() {
        traffic.from("DE", NetworkType.EYEBALL, Agreement.DISPUTED, DAYS, 50);
        traffic.journey("CN", 20, 3, 50);

        assertThat(codes(assessment())).contains("JOURNEY_CN");
    }

    @Test
    void aHomeInACountryOfWhichOnlyAPartIsUnsupportedIsAHome() {
        traffic.from("UA", DAYS, 50);
        traffic.journey("CN", 20, 4, 50);

        assertThat(codes(assessment())).contains("JOURNEY_CN");
        assertThat(assessment().causes()).noneMatch(cause -> cause.kind() == NoticeKind.WARNING);
    }

    @Test
    void aHomeInTheUnsupportedPartOrNowhereIsNone() {
        for (String home : List.of("UA-43", "ZZ")) {
            traffic.tallies().clear();
            traffic.from(home, DAYS, 50);
            traffic.journey("CN", 20, 4, 50);

            assertThat(codes(assessment())).as(home).doesNotContain("JOURNEY_CN");
        }
    }

    @Test
    void daysWithoutADirectRequestSpeakForAnOrganization() {
        inDataCentres();
        onEveryDay();

        assertThat(assessment().findings())
                .filteredOn(finding -> finding.code().equals(QUIET))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.weightDecibans()).isEqualTo(-5.6);
                    assertThat(finding.sentence())
                            .isEqualTo("On 28 days, no request came straight out of an unsupported region.");
                });
    }

    @Test
    void oneDirectRequestOrLogInAndNoDayIsQuiet() {
        inDataCentres();
        onEveryDay();
        assertThat(codes(assessment())).contains(QUIET);
        logIn(3);

        assertThat(codes(assessment())).doesNotContain(QUIET);
    }

    @Test
    void whatIsSettledIsHeldNeitherAgainstAnOrganizationNorForIt() {
        inDataCentres();
        onEveryDay();
        requests(3);
        Rulings settled =
                new Rulings(List.of(), null, null, Map.of(new Region("CN"), Traffic.FIRST.plusDays(3)), Set.of());

        assertThat(codes(assessment(settled))).doesNotContain("DIRECT_EGRESS_CN", QUIET);
        assertThat(codes(assessment(Rulings.NONE))).contains("DIRECT_EGRESS_CN");
    }

    private void onEveryDay() {
        for (int day = 0; day < DAYS; day++) {
            facts(day).hours()[12] = 50;
        }
    }

    private void inDataCentres() {
        traffic.from("DE", NetworkType.HOSTING, Agreement.CONFIRMED, DAYS, 50);
    }

    /** A day with a log-in and nothing else from there. */
    private void logIn(int day) {
        traffic.journey("CN", day, 1, 1);
        facts(day).consoles().add("CN", 1);
    }

    /** A day with requests and a log-in from there. */
    private void requests(int day) {
        traffic.journey("CN", day, 1, 20);
        facts(day).consoles().add("CN", 1);
    }

    private EvidenceDay facts(int day) {
        return facts.computeIfAbsent(Traffic.FIRST.plusDays(day), any -> new EvidenceDay());
    }

    private Assessment assessment() {
        return assessment(Rulings.NONE);
    }

    private Assessment assessment(Rulings rulings) {
        LocalDate last = Traffic.FIRST.plusDays(DAYS - 1L);
        return new Assessor(Traffic.policy("P15D"), Traffic.MODEL)
                .assess(
                        new Standpoint(
                                Organization.unknown("org-1"), List.of(), rulings, false, prefix -> Region.UNKNOWN),
                        last,
                        last.plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC),
                        new Observations(new ArrayList<>(traffic.tallies()), facts),
                        DatabaseAge.FRESH);
    }

    private static List<String> codes(Assessment assessment) {
        return assessment.findings().stream().map(Finding::code).toList();
    }
}
