/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.junit.jupiter.api.Test;

class WhenceQueriesTest {

    private final SampleState state = Samples.all();
    private final WhenceQueries queries = state.queries();

    @Test
    void listsTheWorstCaseFirst() {
        OrganizationPage page = queries.organizations(OrganizationSearch.ALL);

        assertThat(ids(page))
                .startsWith(Samples.JADE, "org-northwind", "org-edgeworks", "org-meridian", "org-kestrel")
                .hasSize(13);
        assertThat(page.byState())
                .containsOnly(entry("ENFORCED", 1), entry("NOTICED", 1), entry("OBSERVED", 3), entry("CLEAR", 8));
    }

    @Test
    void answersPageByPage() {
        OrganizationPage second = queries.organizations(new OrganizationSearch(null, null, 2, 2));

        assertThat(ids(second)).containsExactly("org-edgeworks", "org-meridian");
        assertThat(second.total()).isEqualTo(13);
        assertThat(ids(queries.organizations(new OrganizationSearch(null, null, 100, 2))))
                .isEmpty();
    }

    @Test
    void findsByPartOfTheIdOrTheNameInAnyCase() {
        assertThat(ids(queries.organizations(new OrganizationSearch("ROBOTICS", null, 0, 50))))
                .containsExactly(Samples.JADE);
        assertThat(ids(queries.organizations(new OrganizationSearch("org-north", null, 0, 50))))
                .containsExactly("org-northwind");
        assertThat(ids(queries.organizations(new OrganizationSearch("nobody", null, 0, 50))))
                .isEmpty();
    }

    @Test
    void findsByStateOfTheCase() {
        OrganizationPage noticed = queries.organizations(new OrganizationSearch(null, "NOTICED", 0, 50));

        assertThat(ids(noticed)).containsExactly("org-northwind");
        assertThat(noticed.total()).isEqualTo(1);
    }

    @Test
    void refusesAPageThatCostsTooMuch() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new OrganizationSearch(null, null, 0, OrganizationSearch.MAX_LIMIT + 1));
    }

    @Test
    void sumsUpTheRegionsOfTheLastWeeksTheOpenDayIncluded() {
        OrganizationOverview jade = queries.organization(Samples.JADE).orElseThrow();

        assertThat(jade.days().last()).isEqualTo(SampleState.LAST_DAY);
        assertThat(jade.days().first()).isEqualTo(SampleState.LAST_DAY.minusDays(27));
        assertThat(jade.regions())
                .extracting(sum -> sum.region() + " " + sum.standing())
                .containsExactly("CN UNSUPPORTED", "HK UNSUPPORTED", "ZZ INDETERMINATE", "SG SUPPORTED");
        Traffic traffic = queries.traffic(Samples.JADE, Optional.empty(), TrafficDetail.DAY)
                .orElseThrow();
        assertThat(jade.requests()).isEqualTo(requests(traffic));
        assertThat(jade.coverage()).isBetween(0.98, 0.999);
    }

    @Test
    void knowsNothingOfAnOrganizationThatHasSentNothing() {
        assertThat(queries.organization("nobody")).isEmpty();
        assertThat(queries.traffic("nobody", Optional.empty(), TrafficDetail.DAY))
                .isEmpty();
        assertThat(queries.explanation("nobody")).isEmpty();
        assertThat(queries.notices("nobody", 0, 10).notices()).isEmpty();
    }

    @Test
    void answersTrafficForEveryDayOfARangeThatIsReadInSlices() {
        DayRange days = new DayRange(SampleState.FIRST_DAY, SampleState.LAST_DAY);

        Traffic traffic = queries.traffic(Samples.AURORA, Optional.of(days), TrafficDetail.DAY)
                .orElseThrow();

        assertThat(traffic.rows())
                .filteredOn(row -> row.region().code().equals("DE"))
                .extracting(TrafficRow::day)
                .containsExactlyElementsOf(SampleState.FIRST_DAY
                        .datesUntil(SampleState.LAST_DAY.plusDays(1))
                        .toList());
        assertThat(traffic.closedThrough()).isEqualTo(SampleState.LAST_DAY.minusDays(1));
    }

    @Test
    void leavesOutDaysThatWereNotAskedFor() {
        LocalDate day = LocalDate.of(2024, 7, 1);

        Traffic traffic = queries.traffic(Samples.AURORA, Optional.of(new DayRange(day, day)), TrafficDetail.DAY)
                .orElseThrow();

        assertThat(traffic.rows()).extracting(TrafficRow::day).containsOnly(day);
    }

    @Test
    void makesOneRowOfWhatIsAndIsNotConfirmedButKeepsWhatIsDisputedApart() {
        SampleState mixed = new SampleState()
                .add(
                        SampleState.organization("org", null, null),
                        Flow.of("CN", NetworkType.EYEBALL, Agreement.CONFIRMED, 10),
                        Flow.of("CN", NetworkType.EYEBALL, Agreement.UNCHECKED, 10),
                        Flow.of("CN", NetworkType.EYEBALL, Agreement.DISPUTED, 10));
        LocalDate day = SampleState.LAST_DAY;

        List<TrafficRow> rows = mixed.queries()
                .traffic("org", Optional.of(new DayRange(day, day)), TrafficDetail.DAY)
                .orElseThrow()
                .rows();

        assertThat(rows).extracting(TrafficRow::disputed).containsExactly(false, true);
        assertThat(rows.get(0).standings())
                .extracting(standing -> standing.standing())
                .containsExactly(Standing.UNSUPPORTED);
        assertThat(rows.get(1).standings())
                .extracting(standing -> standing.standing())
                .containsExactly(Standing.INDETERMINATE);
    }

    @Test
    void explainsWhyAnOrganizationWasWarned() {
        Explanation explanation = queries.explanation(Samples.JADE).orElseThrow();

        assertThat(explanation.policies()).hasSize(1);
        Explanation.UnderPolicy under = explanation.policies().get(0);
        assertThat(under.compliance().state().name()).isEqualTo("ENFORCED");
        assertThat(under.assessment().windowEnd()).isEqualTo("2024-07-12T00:00:00Z");
        assertThat(under.assessment().causes())
                .extracting(cause -> cause.region().code())
                .contains("CN");
        assertThat(explanation.notices()).extracting(Notice::kind).contains(NoticeKind.WARNING);
        assertThat(explanation.unknowns())
                .contains(
                        "Only one geolocation database speaks for HK; no second one confirms it.",
                        "The places come from demo data and say nothing about the world of today.")
                .anyMatch(sentence -> sentence.contains("days that are still open"))
                .anyMatch(sentence -> sentence.contains("could not be located"));
    }

    @Test
    void saysThatNothingIsAssessedBeforeADayIsClosed() {
        Explanation explanation = queries.explanation("org-new").orElseThrow();

        assertThat(explanation.policies().get(0).assessment().requests()).isZero();
        assertThat(explanation.unknowns())
                .contains("No day with requests is closed yet, so there is nothing to assess.");
    }

    @Test
    void saysWhatCannotBeJudged() {
        Explanation explanation = queries.explanation("org-dnipro").orElseThrow();

        assertThat(explanation.unknowns()).anyMatch(sentence -> sentence.contains("from UA cannot be judged"));
    }

    @Test
    void tellsTheNewestNoticesFirst() {
        NoticeList all = queries.notices(0, 500);

        assertThat(all.notices())
                .isSortedAccordingTo((one, other) -> other.issuedAt().compareTo(one.issuedAt()))
                .hasSize(all.total());
        assertThat(queries.notices(0, 2).notices()).isEqualTo(all.notices().subList(0, 2));
        assertThat(queries.notices(0, 2).total()).isEqualTo(all.total());
        assertThat(queries.notices(1, 2).notices())
                .isEqualTo(queries.notices(1, 500).notices().subList(0, 2))
                .isEqualTo(all.notices().subList(1, 3));
        assertThat(queries.notices(Integer.MAX_VALUE, 500).notices()).isEmpty();
        assertThat(queries.notices("org-northwind", 0, 500).notices())
                .extracting(Notice::organizationId)
                .containsOnly("org-northwind");
    }

    @Test
    void addsUpTheLedgersOfAllPartitions() {
        Ledgers ledgers = queries.ledgers();

        assertThat(ledgers.partitions()).containsOnlyKeys(0, 1);
        assertThat(ledgers.total()).isEqualTo(new Ledger(356_119, 355_559, 398, 115, 35, 12, 0));
        assertThat(ledgers.total().imbalance()).isZero();
    }

    @Test
    void countsTheStateWithoutNames() {
        StateCounts counts = queries.counts();

        assertThat(counts.organizations())
                .isEqualTo(queries.organizations(OrganizationSearch.ALL).byState())
                .containsEntry("CLEAR", 8);
        assertThat(counts.cases()).containsEntry("NOTICED", 1).containsEntry("ENFORCED", 1);
        assertThat(counts.notices()).containsEntry(NoticeKind.WARNING, 2).containsEntry(NoticeKind.ADVISORY, 3);
    }

    @Test
    void saysWhyItIsNotReadyWhenStoresCannotBeRead() {
        state.memory().unreadable(new StreamsNotStartedException("not started"));
        assertNotReady("the stream has not started yet");

        state.memory().unreadable(new InvalidStateStoreException("closed"));
        assertNotReady("the state stores are closed, or the stream is not running");
    }

    @Test
    void doesNotHideAStoreThatDoesNotExist() {
        state.memory().unreadable(new UnknownStateStoreException("no such store"));

        assertThatExceptionOfType(UnknownStateStoreException.class).isThrownBy(queries::policies);
    }

    @Test
    void judgesRegionsOfANewPolicyThatHasNotAssessedAnybodyYet() {
        state.memory().put(SampleState.policy("sanctions-example"));

        assertThat(queries.explanation(Samples.AURORA).orElseThrow().policies())
                .extracting(under -> under.compliance().state().name())
                .containsExactly("CLEAR", "CLEAR");
        assertThat(queries.policies()).hasSize(2);
        assertThat(queries.organization(Samples.AURORA).orElseThrow().regions())
                .extracting(RegionSum::region)
                .contains(new Region("DE"));
    }

    private void assertNotReady(String reason) {
        WhenceQueries asking = state.queries();
        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> asking.organizations(OrganizationSearch.ALL))
                .withMessage(reason);
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> asking.explanation(Samples.JADE));
        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> asking.traffic("org", Optional.empty(), TrafficDetail.DAY));
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> asking.notices(0, 1));
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(asking::ledgers);
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(asking::policies);
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(asking::counts);
    }

    private static java.util.Map.Entry<String, Integer> entry(String state, int count) {
        return java.util.Map.entry(state, count);
    }

    private static List<String> ids(OrganizationPage page) {
        return page.organizations().stream()
                .map(overview -> overview.organization().organizationId())
                .toList();
    }

    private static long requests(Traffic traffic) {
        return traffic.rows().stream().mapToLong(TrafficRow::requests).sum();
    }
}
