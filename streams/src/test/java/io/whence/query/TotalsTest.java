/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private final WhenceQueries queries = Samples.all().queries();

    @Test
    void addUpWhatTheOrganizationsAddUpToTheOpenDayIncluded() {
        Totals totals = queries.totals(Optional.empty());

        long all = queries.organizations(OrganizationSearch.ALL).organizations().stream()
                .mapToLong(OrganizationOverview::requests)
                .sum();
        assertThat(totals.days().last()).isEqualTo(SampleState.LAST_DAY);
        assertThat(totals.totals().stream().mapToLong(RegionTotal::requests).sum())
                .isEqualTo(all);
        assertThat(totals.totals()).extracting(RegionTotal::day).contains(SampleState.LAST_DAY);
    }

    @Test
    void countEachOrganizationOnceARegionAndDay() {
        LocalDate day = LocalDate.of(2024, 7, 9);

        Totals totals = queries.totals(Optional.of(new DayRange(day, day)));

        assertThat(totals.totals())
                .filteredOn(total -> total.region().code().equals("CN"))
                .singleElement()
                .satisfies(china -> {
                    assertThat(china.organizations()).isEqualTo(2);
                    assertThat(china.hours().stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(china.requests() - china.refused());
                });
        assertThat(totals.organizations().get(new Region("CN"))).isEqualTo(2);
    }

    @Test
    void findOrganizationsByTheRegionTheyWereSeenIn() {
        assertThat(ids(search("CN", null, 0))).containsExactlyInAnyOrder(Samples.JADE, "org-kestrel");
        assertThat(ids(search("UA-12", null, 0))).containsExactly("org-dnipro");
        assertThat(ids(search("KP", null, 0))).isEmpty();
    }

    @Test
    void whatIsMaskedIsNotPlainlySeenOnAnyDay() {
        assertThat(queries.totals(Optional.empty()).organizations())
                .containsEntry(new Region("CN"), 2)
                .doesNotContainKey(new Region("NL"));
    }

    @Test
    void findOrganizationsByExplanationAndAgeOfTheirWarnings() {
        assertThat(ids(search(null, "DIRECT", 0))).contains(Samples.JADE);
        assertThat(ids(search(null, "HYDRA", 0))).isEmpty();
        assertThat(ids(search(null, null, 10))).containsExactly(Samples.JADE);
        assertThat(ids(search(null, null, 300))).isEmpty();
    }

    @Test
    void theHistoryOfACaseIsItsChain() {
        List<CaseEvent> events = queries.history(Samples.JADE).orElseThrow();

        assertThat(events).hasSizeGreaterThan(1).extracting(CaseEvent::to).contains("NOTICED", "ENFORCED");
        for (int index = 1; index < events.size(); index++) {
            assertThat(events.get(index).previousHash())
                    .isEqualTo(events.get(index - 1).hash());
        }
        assertThat(queries.history("nobody")).isEmpty();
    }

    private OrganizationPage search(String region, String classification, int minDays) {
        return queries.organizations(new OrganizationSearch(
                null, null, region == null ? null : new Region(region), classification, minDays, 0, 50));
    }

    private static List<String> ids(OrganizationPage page) {
        return page.organizations().stream()
                .map(found -> found.organization().organizationId())
                .toList();
    }
}
