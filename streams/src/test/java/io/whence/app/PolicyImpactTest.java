/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.EvidenceFiles;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Products;
import io.whence.domain.cases.Exemption;
import io.whence.domain.cases.ImpactQuestion;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.PolicyImpact;
import io.whence.domain.cases.PolicyImpact.Affected;
import io.whence.domain.cases.PolicyImpact.Difference;
import io.whence.domain.cases.PolicyImpact.Group;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyText;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.query.ImpactSearch;
import io.whence.query.ImpactSearch.Whose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Ten days of traffic under a policy against China and Cuba, and what another version would change: as a running
 * instance answers it, and as it is answered from logs.
 */
class PolicyImpactTest {
    private static final String SHANGHAI = "114.80.1.1";
    private static final String HAVANA = "152.206.1.1";
    private static final String DAMASCUS = "5.0.1.1";
    private static final String SYRIAN_EDGE = "5.1.1.1";
    private static final String TEHRAN = "5.106.1.1";
    private static final String BERLIN = "91.0.0.1";
    private static final String RENTED_OUT = "91.1.0.1";
    private static final Instant AT = Instant.parse("2024-07-10T00:00:00Z");
    private static final Products PRODUCTS = Products.parse(List.of("chat=/v1/chat", "images=/v1/images"));

    /** The same traffic under each policy that is asked about, played once. */
    private static final Map<Optional<RegionPolicy>, Scenario> PLAYED = new HashMap<>();

    private static final RegionPolicy CURRENT =
            PolicyText.version(1, "mode: live", "unsupported: [CN, HK, MO, CU]").policy();

    @Test
    void saysWhoIsNewlyNoticedAndWhoIsLiftedAndWhy() {
        RegionPolicy candidate = candidate("unsupported: [CN, HK, MO, SY]");

        PolicyImpact impact = live(CURRENT, candidate);

        assertThat(impact.organizations()).isEqualTo(10);
        assertThat(impact.caveats()).isEmpty();
        assertThat(impact.affected())
                .containsExactly(
                        affected("newly", Group.WARNED, "SY", Standing.SUPPORTED, Standing.UNSUPPORTED, 0.8),
                        new Affected("pays-from-syria", Group.WARNED, List.of()),
                        new Affected(
                                "a-little-on-the-edge",
                                Group.ADVISED,
                                List.of(new Difference(
                                        new Region("SY"), Standing.SUPPORTED, Standing.UNSUPPORTED, 20, 10, 1))),
                        affected("on-the-edge", Group.ADVISED, "SY", Standing.SUPPORTED, Standing.UNSUPPORTED, 1),
                        affected("returned", Group.LIFTED, "CU", Standing.UNSUPPORTED, Standing.SUPPORTED, 1));
        assertThat(fromLogs(CURRENT, candidate)).isEqualTo(impact);
    }

    @Test
    void saysWhoWouldOnlyBeAskedAboutAMaskedOriginWhenEverybodyIsLookedAt() {
        RegionPolicy candidate = candidate("unsupported: [CN, HK, MO, CU, SY]");
        ImpactQuestion question = new ImpactQuestion(CURRENT, candidate, AT);
        Affected asked = new Affected("pays-from-syria", Group.WARNED, List.of());

        assertThat(asked.masked()).isTrue();
        assertThat(live(CURRENT, candidate).affected()).contains(asked);
        assertThat(fromLogs(CURRENT, candidate).affected()).contains(asked);
        PolicyImpact seen = answer(question, CURRENT, Whose.SEEN);
        assertThat(seen.affected()).isNotEmpty().doesNotContain(asked);
        assertThat(seen.caveats())
                .containsExactly("Who would only be asked about a masked origin is not looked for; ask with"
                        + " whose=everybody, which takes longer, or with --logs.");
    }

    @Test
    void saysWhoWouldBeEnforcedAgainstByAShorterGrace() {
        RegionPolicy candidate = candidate("unsupported: [CN, HK, MO, CU]", "grace: P1D");

        PolicyImpact impact = live(CURRENT, candidate);

        assertThat(impact.affected())
                .containsExactly(
                        affected("noticed", Group.ENFORCED, "CN", Standing.UNSUPPORTED, Standing.UNSUPPORTED, 1),
                        affected("returned", Group.ENFORCED, "CU", Standing.UNSUPPORTED, Standing.UNSUPPORTED, 1));
        assertThat(fromLogs(CURRENT, candidate)).isEqualTo(impact);
    }

    @Test
    void saysWhoseVisitsWouldBeRefusedOnceTheGraceOfTheAnnouncementIsOver() {
        String regions = "unsupported: [CN, HK, MO, CU, IR]";
        RegionPolicy candidate = candidate(regions, "visits: refused", "grace: P9D");
        RegionPolicy tooSoon = candidate(regions, "visits: refused", "grace: P10D");

        PolicyImpact impact = live(CURRENT, candidate);

        assertThat(impact.affected())
                .filteredOn(affected -> affected.group() == Group.VISITS_REFUSED)
                .containsExactly(new Affected(
                        "visitor",
                        Group.VISITS_REFUSED,
                        List.of(new Difference(
                                new Region("IR"), Standing.SUPPORTED, Standing.UNSUPPORTED, 3, 3, 3 / 1303.0))));
        assertThat(fromLogs(CURRENT, candidate)).isEqualTo(impact);
        assertThat(live(CURRENT, tooSoon).counts()).containsEntry(Group.VISITS_REFUSED, 0L);
        assertThat(live(CURRENT, candidate(regions, "grace: P9D")).counts()).containsEntry(Group.VISITS_REFUSED, 0L);
    }

    @Test
    void saysWhoseVisitsWouldBeServedAgain() {
        RegionPolicy refusing = PolicyText.version(
                        1, "mode: live", "unsupported: [CN, HK, MO, CU, IR]", "visits: refused")
                .policy();
        RegionPolicy candidate = candidate("unsupported: [CN, HK, MO, CU]");

        assertThat(live(refusing, candidate).affected())
                .hasSize(1)
                .first()
                .extracting(Affected::organizationId, Affected::group)
                .containsExactly("visitor", Group.LIFTED);
    }

    @Test
    void changesNothingByTheSameRulesOnAnotherDay() {
        RegionPolicy candidate = candidate("unsupported: [CN, HK, MO, CU]");

        assertThat(live(CURRENT, candidate).affected()).isEmpty();
        assertThat(fromLogs(CURRENT, candidate).affected()).isEmpty();
    }

    @Test
    void aFirstPolicyNoticesEverybodyItIsAgainst() {
        RegionPolicy candidate = PolicyText.version(1, "mode: live").policy();

        assertThat(fromLogs(null, candidate).affected())
                .containsExactly(affected("noticed", Group.WARNED, "CN", Standing.SUPPORTED, Standing.UNSUPPORTED, 1));
        assertThat(fromLogs(null, candidate)).isEqualTo(live(null, candidate));
    }

    @Test
    void saysWhatOnlyLogsCanAnswer() {
        RegionPolicy candidate = candidate("unsupported: [CN, HK, MO, SY]", "products: [images]");

        assertThat(live(CURRENT, candidate).caveats())
                .containsExactly("Traffic is not counted by product yet, so that nothing is known to be in scope;"
                        + " ask with --logs instead.");
        assertThat(fromLogs(CURRENT, candidate).affected())
                .as("only images are in scope, and nobody is against them")
                .extracting(Affected::organizationId, Affected::group)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("noticed", Group.LIFTED),
                        org.assertj.core.groups.Tuple.tuple("returned", Group.LIFTED));
    }

    private static Affected affected(
            String organization, Group group, String region, Standing before, Standing after, double share) {
        return new Affected(
                organization, group, List.of(new Difference(new Region(region), before, after, 400, 10, share)));
    }

    private static RegionPolicy candidate(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of("mode: live", "announced: 2024-07-01", "effective: 2024-08-01"));
        return PolicyText.version(1, "mode: live", "unsupported: [CN, HK, MO, CU]")
                .and(2, all.toArray(String[]::new))
                .policy();
    }

    private static PolicyImpact live(@Nullable RegionPolicy current, RegionPolicy candidate) {
        ImpactQuestion question = new ImpactQuestion(current, candidate, AT);
        return answer(question, current, Whose.EVERYBODY);
    }

    private static PolicyImpact fromLogs(@Nullable RegionPolicy current, RegionPolicy candidate) {
        ImpactQuestion question = new ImpactQuestion(current, candidate, AT);
        return answer(question, question.observing(), Whose.EVERYBODY);
    }

    private static PolicyImpact answer(ImpactQuestion question, @Nullable RegionPolicy published, Whose whose) {
        Scenario scenario = PLAYED.computeIfAbsent(Optional.ofNullable(published), PolicyImpactTest::play);
        return new ImpactSearch(
                        scenario.backtest().state(),
                        new Geolocation(List.of(), false),
                        Scenario.LATENESS,
                        EvidenceFiles.bundled())
                .of(question, whose);
    }

    private static Scenario play(Optional<RegionPolicy> published) {
        Scenario scenario = new Scenario(PRODUCTS)
                .givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134)
                .givenPlace(HAVANA, "CU", NetworkType.EYEBALL, 11960)
                .givenPlace(DAMASCUS, "SY", NetworkType.EYEBALL, 29256)
                .givenPlace(SYRIAN_EDGE, "SY", NetworkType.EDGE_PLATFORM, 13335)
                .givenConfirmedPlace(TEHRAN, "IR", NetworkType.MOBILE, 197207)
                .givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320)
                .givenPlace(RENTED_OUT, "DE", NetworkType.RESIDENTIAL_PROXY, 3320);
        published.ifPresent(scenario::given);
        scenario.backtest().organization(licensed());
        scenario.backtest().organization(payingFromSyria());
        traffic().forEach(scenario::accept);
        scenario.finish();
        return scenario;
    }

    private static Organization licensed() {
        Exemption licence = new Exemption(
                "licence-7",
                null,
                Set.of(new Region("SY")),
                "Jane Doe",
                "LICENCE",
                "GL-D-1",
                Instant.parse("2024-01-01T00:00:00Z"),
                null);
        return new Organization("licensed", null, null, null, null, null, null, null, List.of(), List.of(licence));
    }

    private static Organization payingFromSyria() {
        return new Organization(
                "pays-from-syria", null, null, new Region("SY"), null, null, null, null, List.of(), List.of());
    }

    @AfterAll
    static void close() {
        PLAYED.values().forEach(Scenario::close);
    }

    private static List<AccessEvent> traffic() {
        List<AccessEvent> events = new ArrayList<>();
        add(events, "noticed", SHANGHAI, 40);
        add(events, "returned", HAVANA, 40);
        add(events, "newly", DAMASCUS, 40);
        add(events, "newly", BERLIN, 10);
        add(events, "licensed", DAMASCUS, 40);
        add(events, "on-the-edge", SYRIAN_EDGE, 40);
        add(events, "a-little-on-the-edge", SYRIAN_EDGE, 2);
        add(events, "seldom", DAMASCUS, 1);
        add(events, "visitor", BERLIN, 130);
        add(events, "visitor", TEHRAN, 1, 3);
        add(events, "clean", BERLIN, 40);
        add(events, "pays-from-syria", RENTED_OUT, 20);
        List<AccessEvent> slow = new ArrayList<>();
        add(slow, "pays-from-syria", BERLIN, 20);
        slow.forEach(event -> events.add(Scenario.measured(event, 20, 250)));
        events.sort(Comparator.comparing(AccessEvent::timestamp));
        return events;
    }

    private static void add(List<AccessEvent> events, String organization, String address, int requestsADay) {
        add(events, organization, address, requestsADay, 10);
    }

    private static void add(List<AccessEvent> events, String organization, String address, int requestsADay, int days) {
        for (int day = 0; day < days; day++) {
            Instant noon = Instant.parse("2024-06-24T12:00:00Z").plusSeconds(day * 86_400L);
            for (int request = 0; request < requestsADay; request++) {
                String time = noon.plusSeconds(request).toString();
                events.add(Scenario.event(organization, address + time, time, address));
            }
        }
    }
}
