/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.wire.AccessEventJson;
import io.whence.wire.Decoded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final Set<String> UNSUPPORTED = Set.of("CN", "HK", "RU", "IR", "BY", "VE");
    private static final LocalDate FROM = LocalDate.of(2024, 9, 23);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void sameSeedGivesTheSameFilesAndAnotherSeedOthers() throws IOException {
        write(plan(7, 60, Set.of(), true), folder.resolve("a"));
        write(plan(7, 60, Set.of(), true), folder.resolve("b"));
        write(plan(8, 60, Set.of(), true), folder.resolve("c"));

        List<String> files =
                List.of("access-logs.jsonl.gz", "truth.jsonl", "organizations.jsonl", "networks/geofeed_second.csv");
        for (String file : files) {
            assertThat(folder.resolve("b").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
            assertThat(Files.mismatch(
                            folder.resolve("a").resolve(file),
                            folder.resolve("c").resolve(file)))
                    .isNotNegative();
        }
    }

    @Test
    void everyKindIsThereAndViolatorsAreThoseWhoseBaseIsUnsupported() throws IOException {
        write(plan(1, 400, Set.of(), true), folder);

        Set<Archetype> seen = EnumSet.noneOf(Archetype.class);
        for (JsonNode truth : truths()) {
            Archetype archetype = Archetype.valueOf(truth.get("archetype").asText());
            seen.add(archetype);
            boolean base = UNSUPPORTED.contains(truth.get("base_region").asText());
            assertThat(truth.get("violator").asBoolean())
                    .as(truth.toString())
                    .isEqualTo(base)
                    .isEqualTo(archetype.evader());
            assertThat(truth.get("first_violating_day").isNull()).isEqualTo(!archetype.evader());
        }
        assertThat(seen).containsExactlyInAnyOrder(Archetype.values());
    }

    @Test
    void anAddressInAnUnsupportedRegionMakesNobodyAViolator() throws IOException {
        write(plan(3, 40, Set.of(Archetype.GEOLOCATION_ERROR), true), folder);

        assertThat(truths()).allSatisfy(truth -> {
            assertThat(truth.get("violator").asBoolean()).isFalse();
            assertThat(regions(truth)).doesNotContainAnyElementsOf(UNSUPPORTED);
        });
        Map<String, String> placed = placed();
        assertThat(events()).anySatisfy(event -> assertThat(UNSUPPORTED).contains(placed.get(prefix(event))));
    }

    @Test
    void aFunctionInHongKongIsNobodyInHongKong() throws IOException {
        write(plan(11, 30, Set.of(Archetype.SAAS_EDGE), false), folder);

        assertThat(truths()).allSatisfy(truth -> {
            assertThat(regions(truth)).doesNotContainAnyElementsOf(UNSUPPORTED);
            assertThat(truth.get("facts").toString()).contains("EDGE_PLATFORM").doesNotContain("DIRECT_EGRESS");
        });
        Map<String, String> placed = placed();
        assertThat(events())
                .anySatisfy(event -> assertThat(placed.get(prefix(event))).isEqualTo("HK"));
    }

    @Test
    void anAgencyLooksLikeAHydraAndIsClean() throws IOException {
        write(plan(12, 8, Set.of(Archetype.AGENCY), true), folder);

        assertThat(truths()).hasSize(8).allSatisfy(truth -> {
            assertThat(truth.get("violator").asBoolean()).isFalse();
            assertThat(truth.get("cluster").asInt()).isNotNegative();
            assertThat(truth.get("facts").toString()).contains("SHARED_EGRESS", "CREATION_BURST");
        });
    }

    @Test
    void whoTakesTheLongWayRoundIsCleanAndLeavesGapsAndDetours() throws IOException {
        write(plan(13, 20, Set.of(Archetype.LONG_WAY), true), folder);

        assertThat(truths()).hasSize(20).allSatisfy(truth -> {
            assertThat(truth.get("violator").asBoolean()).isFalse();
            assertThat(regions(truth)).doesNotContainAnyElementsOf(UNSUPPORTED);
        });
        assertThat(truths().stream().map(truth -> truth.get("variant").asText()))
                .contains("tests", "vpn");
        assertThat(truths().stream()
                        .filter(truth -> truth.get("facts").toString().contains("LATENCY")))
                .hasSizeGreaterThan(10);
    }

    @Test
    void relaysLeaveNoRequestAtTheTrueRegionUnlessTheyLeak() throws IOException {
        write(plan(4, 40, Set.of(Archetype.RESELLER), false), folder);

        Map<String, String> placed = placed();
        assertThat(truths()).allSatisfy(truth -> {
            assertThat(truth.get("violator").asBoolean()).isTrue();
            assertThat(UNSUPPORTED).containsAll(regions(truth));
        });
        assertThat(events().stream().filter(event -> !event.refused()).map(event -> placed.get(prefix(event))))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(UNSUPPORTED);
    }

    @Test
    void consoleLogInsCanBeLeftOut() throws IOException {
        write(plan(5, 60, Set.of(), true), folder.resolve("with"));
        write(plan(5, 60, Set.of(), false), folder.resolve("without"));

        assertThat(events(folder.resolve("with"))).anyMatch(event -> event.channel() == Channel.CONSOLE);
        assertThat(events(folder.resolve("without"))).noneMatch(event -> event.channel() == Channel.CONSOLE);
    }

    @Test
    void directOrganizationsInChinaRestInGoldenWeekAndWorkTheSundayBefore() throws IOException {
        SimulationPlan plan =
                new SimulationPlan(6, 150, LocalDate.of(2024, 9, 9), 42, 1, Set.of(Archetype.DIRECT), false, false, 1);
        write(plan, folder);

        Map<LocalDate, Integer> days = new HashMap<>();
        truths().stream()
                .filter(truth -> truth.get("base_region").asText().equals("CN"))
                .filter(truth -> truth.get("observed_from").asText().equals("2024-09-09"))
                .forEach(truth -> truth.get("true_regions")
                        .properties()
                        .forEach(day -> days.merge(
                                LocalDate.parse(day.getKey()),
                                day.getValue().get("CN").asInt(),
                                Integer::sum)));
        double wednesday = days.get(LocalDate.of(2024, 9, 25));
        assertThat(days.get(LocalDate.of(2024, 10, 2)) / wednesday).isBetween(0.25, 0.8);
        assertThat(days.get(LocalDate.of(2024, 9, 29)) / wednesday).isGreaterThan(0.85);
        assertThat(days.get(LocalDate.of(2024, 10, 16)) / wednesday).isGreaterThan(0.8);
    }

    @Test
    void someEventsComeTwiceAndSomeLate() throws IOException {
        write(plan(9, 80, Set.of(), true), folder);

        List<AccessEvent> events = events();
        Set<String> ids = events.stream().map(AccessEvent::eventId).collect(Collectors.toSet());
        assertThat(events.size() - ids.size()).isBetween(1, events.size() / 100);
        long late = 0;
        AccessEvent before = events.get(0);
        for (AccessEvent event : events) {
            late += event.timestamp().isBefore(before.timestamp().minusSeconds(60)) ? 1 : 0;
            before = event;
        }
        assertThat(late).isPositive();
    }

    @Test
    void theAdaptiveRoundHasNobodyWhoComesOpenly() throws IOException {
        SimulationPlan plan = new SimulationPlan(2, 200, FROM, 7, 0.3, Set.of(), true, true, 0.2);
        write(plan, folder);

        assertThat(truths()).noneMatch(truth -> truth.get("archetype").asText().equals("DIRECT"));
    }

    private static SimulationPlan plan(long seed, int organizations, Set<Archetype> kinds, boolean console) {
        return new SimulationPlan(seed, organizations, FROM, 10, 0.3, kinds, false, console, 0.3);
    }

    private static void write(SimulationPlan plan, Path to) throws IOException {
        World world = new World(new Model(plan.adaptive()), SampleBook.book(), UNSUPPORTED::contains, plan);
        try (SimulationFiles files = new SimulationFiles(to)) {
            new Simulation(plan, world).write(files);
        }
    }

    private List<JsonNode> truths() throws IOException {
        List<JsonNode> truths = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            truths.add(JSON.readTree(line));
        }
        return truths;
    }

    private List<AccessEvent> events() throws IOException {
        return events(folder);
    }

    private static List<AccessEvent> events(Path from) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(from.resolve("access-logs.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> ((Decoded.Value<AccessEvent>) AccessEventJson.read(line)).value())
                    .toList();
        }
    }

    private static Set<String> regions(JsonNode truth) {
        Set<String> regions = new HashSet<>();
        truth.get("true_regions").forEach(day -> day.fieldNames().forEachRemaining(regions::add));
        return regions;
    }

    private static String prefix(AccessEvent event) {
        return event.sourceIp().substring(0, event.sourceIp().lastIndexOf('.'));
    }

    /** Where the sample address space places each prefix. */
    private static Map<String, String> placed() {
        Map<String, String> placed = new HashMap<>();
        AddressBook book = SampleBook.book();
        for (Place place : Place.all()) {
            for (NetworkKind kind : NetworkKind.values()) {
                book.in(place.country(), kind).forEach(prefix -> {
                    String address = prefix.address(0).toString();
                    placed.put(address.substring(0, address.lastIndexOf('.')), place.country());
                });
            }
        }
        return placed;
    }

    @Test
    void calendarKnowsTheExchangedDaysOfChina() {
        WorkCalendar calendar = new WorkCalendar();
        Place china = Place.all().stream()
                .filter(place -> place.country().equals("CN"))
                .findFirst()
                .orElseThrow();

        assertThat(calendar.of(china, LocalDate.of(2024, 9, 29))).isEqualTo(WorkCalendar.Day.WORK);
        assertThat(calendar.of(china, LocalDate.of(2024, 10, 12))).isEqualTo(WorkCalendar.Day.WORK);
        assertThat(calendar.of(china, LocalDate.of(2024, 10, 7))).isEqualTo(WorkCalendar.Day.HOLIDAY);
        assertThat(calendar.of(china, LocalDate.of(2024, 10, 13))).isEqualTo(WorkCalendar.Day.WEEKEND);
    }
}
