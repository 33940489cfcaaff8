/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.NetworkType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change what is said of an organization, whatever its traffic, through the whole stream. */
class MetamorphicTest {

    private static final Instant START = Instant.parse("2024-06-24T00:00:00Z");
    private static final int DAYS = 24;
    private static final int A_DAY = 8;

    /** Just below the lateness. */
    private static final Duration DISORDER = Scenario.LATENESS.minusMinutes(1);

    private record Net(String prefix, String region, NetworkType type, long asn) {}

    private static final Net BERLIN = new Net("91.64.1.", "DE", NetworkType.EYEBALL, 3320);
    private static final Net FRANKFURT = new Net("18.184.1.", "DE", NetworkType.HOSTING, 16509);
    private static final Net SHANGHAI = new Net("114.80.1.", "CN", NetworkType.EYEBALL, 4134);
    private static final Net GUANGZHOU = new Net("113.64.1.", "CN", NetworkType.EYEBALL, 4837);
    private static final Net VPN = new Net("185.107.1.", "NL", NetworkType.VPN, 43350);
    private static final Net EDGE = new Net("104.28.1.", "HK", NetworkType.EDGE_PLATFORM, 13335);
    private static final List<Net> NETS = List.of(BERLIN, FRANKFURT, SHANGHAI, GUANGZHOU, VPN, EDGE);

    /** Which networks an organization uses; one of them at random each time. */
    private static final Map<String, List<Net>> HABITS = Map.of(
            "direct", List.of(SHANGHAI, SHANGHAI, GUANGZHOU),
            "leaking", List.of(VPN, VPN, VPN, VPN, VPN, SHANGHAI),
            "hugging", List.of(FRANKFURT, FRANKFURT, FRANKFURT, FRANKFURT, GUANGZHOU),
            "platform", List.of(EDGE, FRANKFURT, FRANKFURT),
            "ordinary", List.of(BERLIN, FRANKFURT));

    /** Everything that is said, in the order of time. */
    private record Said(
            List<Notice> notices,
            List<EnforcementDecision> decisions,
            Map<String, Long> traffic,
            Map<String, JsonNode> assessments) {

        Said without(String organizationId) {
            Map<String, JsonNode> others = new HashMap<>(assessments);
            others.remove(organizationId);
            Map<String, Long> rest = new HashMap<>(traffic);
            rest.keySet().removeIf(place -> place.startsWith(organizationId + ","));
            return new Said(
                    notices.stream()
                            .filter(notice -> !notice.organizationId().equals(organizationId))
                            .toList(),
                    decisions.stream()
                            .filter(decision -> !decision.organizationId().equals(organizationId))
                            .toList(),
                    rest,
                    others);
        }

        /** Whom anybody was told of what region, and whether as a warning. */
        Set<String> told(boolean warnings) {
            return notices.stream()
                    .filter(notice -> !warnings || notice.kind() == NoticeKind.WARNING)
                    .flatMap(notice ->
                            notice.regions().stream().map(traffic -> notice.organizationId() + " " + traffic.region()))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42})
    void anIpv4AddressAndItsTunnelledFormsAgree(long seed) {
        List<AccessEvent> events = traffic(seed);
        Random random = new Random(seed);

        Said plain = said(events);
        Said tunnelled = said(events.stream()
                .map(event -> from(event, tunnelled(event.sourceIp(), random)))
                .toList());

        assertThat(plain.told(true)).isNotEmpty();
        assertThat(tunnelled).isEqualTo(plain);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {43, 44})
    void theOrderWithinTheLatenessDoesNotShow(long seed) {
        List<AccessEvent> events = traffic(seed);
        Random random = new Random(seed);
        Map<String, Instant> arrivals = new HashMap<>();
        events.forEach(event -> arrivals.put(
                event.eventId(), event.timestamp().plusSeconds(random.nextInt((int) DISORDER.toSeconds()))));
        List<AccessEvent> disordered = new ArrayList<>(events);
        disordered.sort(Comparator.comparing(event -> arrivals.get(event.eventId())));

        assertThat(said(disordered)).isEqualTo(said(events));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {45, 46})
    void supportedTrafficOfOnesOwnTakesNoNoticeAway(long seed) {
        List<AccessEvent> events = traffic(seed);
        Random random = new Random(seed);
        List<AccessEvent> more = new ArrayList<>(events);
        for (String organization : HABITS.keySet()) {
            for (int i = random.nextInt(800); i > 0; i--) {
                Net net = random.nextBoolean() ? BERLIN : FRANKFURT;
                more.add(event(organization, "more-" + i, random, net));
            }
        }
        more.sort(Comparator.comparing(AccessEvent::timestamp).thenComparing(AccessEvent::eventId));

        Said before = said(events);
        Said after = said(more);

        assertThat(before.told(true)).isNotEmpty();
        assertThat(after.told(false)).containsAll(before.told(false));
        assertThat(after.told(true)).containsAll(before.told(true));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {47, 48})
    void whatAnotherOrganizationSendsChangesNothing(long seed) {
        List<AccessEvent> events = traffic(seed);
        Random random = new Random(seed);
        List<AccessEvent> more = new ArrayList<>(events);
        for (int i = 0; i < 400; i++) {
            AccessEvent any = event("other", "other-" + i, random, NETS.get(random.nextInt(NETS.size())));
            more.add(random.nextInt(10) > 0 ? any : from(any, "not an address"));
        }
        more.sort(Comparator.comparing(AccessEvent::timestamp).thenComparing(AccessEvent::eventId));

        assertThat(said(more).without("other")).isEqualTo(said(events));
    }

    private static List<AccessEvent> traffic(long seed) {
        Random random = new Random(seed);
        List<AccessEvent> events = new ArrayList<>();
        HABITS.keySet().stream().sorted().forEach(organization -> {
            List<Net> nets = HABITS.get(organization);
            for (int i = 0; i < DAYS * A_DAY; i++) {
                events.add(event(organization, "" + i, random, nets.get(random.nextInt(nets.size()))));
            }
        });
        events.sort(Comparator.comparing(AccessEvent::timestamp).thenComparing(AccessEvent::eventId));
        return events;
    }

    private static AccessEvent event(String organization, String id, Random random, Net net) {
        String time = START.plusSeconds(random.nextInt(DAYS * 86_400)).toString();
        return Scenario.event(organization, organization + "-" + id, time, net.prefix() + (1 + random.nextInt(250)));
    }

    private static AccessEvent from(AccessEvent event, String address) {
        return Scenario.event(
                event.organizationId(), event.eventId(), event.timestamp().toString(), address);
    }

    private static String tunnelled(String address, Random random) {
        int[] octets = java.util.Arrays.stream(address.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        int high = octets[0] << 8 | octets[1];
        int low = octets[2] << 8 | octets[3];
        List<UnaryOperator<String>> forms = List.of(
                same -> same,
                plain -> "::ffff:" + plain,
                any -> String.format("2002:%x:%x::%x", high, low, 1 + random.nextInt(0xffff)),
                any -> String.format(
                        "2001:0:4136:e378:8000:%x:%x:%x", random.nextInt(0xffff), ~high & 0xffff, ~low & 0xffff),
                plain -> "64:ff9b::" + plain);
        return forms.get(random.nextInt(forms.size())).apply(address);
    }

    private static Said said(List<AccessEvent> events) {
        try (Scenario scenario = new Scenario().given(Scenario.openAiApi())) {
            NETS.forEach(net -> scenario.givenPlace(net.prefix() + "0", net.region(), net.type(), net.asn()));
            events.forEach(scenario::accept);
            scenario.finish();
            return new Said(
                    List.copyOf(scenario.notices()),
                    List.copyOf(scenario.decisions()),
                    Map.copyOf(scenario.traffic()),
                    Map.copyOf(scenario.assessments()));
        }
    }
}
