/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Cidr;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.NetworkType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The only evidence that other organizations bring about, through the whole stream. */
class SharedEgressTest {

    private static final Instant START = Instant.parse("2024-06-24T00:00:00Z");
    private static final int DAYS = 6;

    /** Hours by which events may come in the wrong order, just below the lateness. */
    private static final Duration DISORDER = Scenario.LATENESS.minusMinutes(1);

    private final List<AccessEvent> events = new ArrayList<>();
    private final List<Organization> profiles = new ArrayList<>();

    @Test
    void sixNewAccountsAloneOnTheSameExitsAreSeenToBelongTogether() {
        hydra(6);

        assertThat(found(NetworkType.HOSTING, events).values())
                .hasSize(6)
                .allSatisfy(findings -> assertThat(findings).containsKeys("SHARED_EXITS", "CREATION_BURST"));
    }

    @Test
    void nobodyIsNamedToAnybodyElse() {
        hydra(6);

        try (Scenario scenario = play(NetworkType.HOSTING, events)) {
            scenario.assessments()
                    .forEach((whose, assessment) -> assertThat(assessment.toString())
                            .contains(whose)
                            .doesNotContainPattern("head-[^" + whose.substring(5) + "]")
                            .doesNotContain("20.1."));
        }
    }

    @Test
    void theyWeighNoMoreThanTheOrganizationsOwnSigns() {
        hydra(6);

        assertThat(found(NetworkType.EYEBALL, events).values())
                .allSatisfy(findings -> assertThat(findings).containsEntry("SHARED_EXITS", 0.0));
    }

    @Test
    void accountsThatOthersOpenOnTheExitsOfAnEstablishedOrganizationSayNothingOfIt() {
        hydra(20);
        profiles.set(0, profile("head-0", "2023-01-01T00:00:00Z", null));

        assertThat(found(NetworkType.HOSTING, events).get("head-0")).isEmpty();
    }

    @Test
    void accountsThatOthersOpenBesideANewOrganizationGetItNoNotice() {
        hydra(20);

        try (Scenario scenario = play(NetworkType.HOSTING, events)) {
            assertThat(scenario.notices()).isEmpty();
            assertThat(scenario.assessments()
                            .get("head-0")
                            .get("score_decibans")
                            .asDouble())
                    .isLessThan(-7 + 13);
        }
    }

    @Test
    void organizationsOfOneParentMayShareWhatTheyLike() {
        hydra(6);
        profiles.replaceAll(profile -> profile(profile.organizationId(), "2024-06-23T00:00:00Z", "parent"));

        assertThat(found(NetworkType.HOSTING, events).values())
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    @Test
    void aVerifiedNetworkOfTheirOwnIsNotShared() {
        hydra(6);
        profiles.replaceAll(profile -> new Organization(
                profile.organizationId(),
                null,
                null,
                null,
                profile.createdAt(),
                null,
                null,
                null,
                List.of(Cidr.parse("20.1.0.0/16")),
                List.of()));

        assertThat(found(NetworkType.HOSTING, events).values())
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkType.class,
            names = {"MOBILE", "EDUCATION", "VPN", "RELAY", "SASE", "EDGE_PLATFORM", "TOR", "SATELLITE"})
    void whatStrangersShareByNatureAccusesNobody(NetworkType type) {
        hydra(6);

        assertThat(found(type, events).values())
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    @Test
    void aNetworkOfManyAccusesNobody() {
        hydra(60);

        assertThat(found(NetworkType.HOSTING, events).values())
                .hasSize(60)
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    @Test
    void fewNewOnesAmongManyOthersAccuseNobody() {
        hydra(4);
        for (int other = 0; other < 12; other++) {
            customer("old-" + other, "2023-06-01T00:00:00Z", 5);
        }

        assertThat(found(NetworkType.HOSTING, events).values())
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    @Test
    void twoExitsInCommonAreChance() {
        for (int head = 0; head < 6; head++) {
            customer("head-" + head, "2024-06-23T00:00:00Z", 2);
        }

        assertThat(found(NetworkType.HOSTING, events).values())
                .allSatisfy(findings -> assertThat(findings).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderInWhichOrganizationsComeDoesNotShow(long seed) {
        hydra(6);
        customer("old", "2023-06-01T00:00:00Z", 4);
        Random random = new Random(seed);
        Map<String, Instant> arrivals = new HashMap<>();
        for (AccessEvent event : events) {
            arrivals.put(event.eventId(), event.timestamp().plusSeconds(random.nextInt((int) DISORDER.toSeconds())));
        }
        List<AccessEvent> disordered = new ArrayList<>(events);
        disordered.sort(Comparator.comparing(event -> arrivals.get(event.eventId())));

        assertThat(found(NetworkType.HOSTING, disordered)).isEqualTo(found(NetworkType.HOSTING, events));
    }

    @Test
    void junkOfAnotherOrganizationChangesNothing() {
        hydra(6);
        Map<String, Map<String, Double>> before = found(NetworkType.HOSTING, events);
        for (int i = 0; i < 500; i++) {
            String address = "20." + (2 + i % 100) + "." + i % 250 + ".9";
            events.add(Scenario.event(
                    "junk", "junk-" + i, START.plusSeconds(600L * i).toString(), address));
            events.add(Scenario.event(
                    "junk", "no-" + i, START.plusSeconds(600L * i).toString(), exit(i % 5), "/v1/chat", 401));
        }
        Map<String, Map<String, Double>> after = found(NetworkType.HOSTING, events);
        after.remove("junk");

        assertThat(after).isEqualTo(before);
    }

    private void hydra(int heads) {
        for (int head = 0; head < heads; head++) {
            customer("head-" + head, "2024-06-23T00:00:00Z", 5);
        }
    }

    /** One that asks on every third hour, by turns through so many exits. */
    private void customer(String id, String createdAt, int exits) {
        profiles.add(profile(id, createdAt, null));
        for (int hour = 0; hour < DAYS * 24; hour += 3) {
            Instant time = START.plus(Duration.ofHours(hour)).plusSeconds(events.size() % 3600);
            events.add(Scenario.event(id, id + "-" + hour, time.toString(), exit(hour / 3 % exits)));
        }
    }

    private static String exit(int number) {
        return "20.1." + number + ".7";
    }

    private static Organization profile(String id, String createdAt, @Nullable String parent) {
        return new Organization(
                id, null, null, null, Instant.parse(createdAt), null, null, parent, List.of(), List.of());
    }

    private Scenario play(NetworkType type, List<AccessEvent> inOrder) {
        Scenario scenario = new Scenario().given(Scenario.openAiApi());
        for (int number = 0; number < 5; number++) {
            scenario.givenPlace(exit(number), "SG", type, 64500 + number % 2);
        }
        profiles.forEach(scenario.backtest()::organization);
        List<AccessEvent> sorted = new ArrayList<>(inOrder);
        if (inOrder == events) {
            sorted.sort(Comparator.comparing(AccessEvent::timestamp).thenComparing(AccessEvent::eventId));
        }
        sorted.forEach(scenario::accept);
        return scenario.finish();
    }

    /** What the last assessment of each organization says of shared exits, in decibans by code. */
    private Map<String, Map<String, Double>> found(NetworkType type, List<AccessEvent> inOrder) {
        Map<String, Map<String, Double>> found = new TreeMap<>();
        try (Scenario scenario = play(type, inOrder)) {
            scenario.assessments().forEach((whose, assessment) -> found.put(whose, sharedEgress(assessment)));
        }
        return found;
    }

    private static Map<String, Double> sharedEgress(JsonNode assessment) {
        Map<String, Double> weights = new TreeMap<>();
        StreamSupport.stream(assessment.get("reasons").spliterator(), false)
                .filter(reason -> reason.get("family").asText().equals("SHARED_EGRESS"))
                .forEach(reason -> weights.put(
                        reason.get("code").asText(),
                        reason.get("weight_decibans").asDouble()));
        return weights;
    }
}
