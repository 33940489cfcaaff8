/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.PolicyCompiler;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Territories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.SourceDSL;

/** What holds for every policy in order, whatever it says. */
class PolicyRoundTripTest {
    private static final List<String> CODES = Stream.concat(
                    Iso3166.countries().keySet().stream().map(Region::code), Stream.of("UA-43", "UA-12", "GE-AB"))
            .toList();

    /** Words that YAML reads as something else unless they are quoted. */
    private static final List<String> TITLES = List.of(
            "Plain",
            "no",
            "NO",
            "null",
            "~",
            "1",
            "1e3",
            "0x1F",
            "a: b",
            "# not a comment",
            "'quoted\"",
            "- dash",
            "[list]",
            "{map}",
            "two\nlines",
            " padded ",
            "2024-06-24",
            "日本語 \u00e9",
            "true",
            "&anchor",
            "*alias",
            "!tag",
            "| bar",
            "> fold",
            "%percent",
            "@at",
            "`tick",
            "\ttab",
            "colon:",
            "back\\slash",
            "1:30",
            ".5",
            "on");

    @Test
    void compilesTheSameAfterWritingAndReading() {
        qt().withExamples(300).forAll(documents()).checkAssert(document -> {
            var yaml = PolicyYaml.write(document);
            var file = PolicyYaml.read("policy.yaml", yaml);

            assertThat(file.problems()).as(yaml).isEmpty();
            assertThat(file.document()).as(yaml).isEqualTo(document);
            assertThat(file.compile().orThrow()).isEqualTo(compile(document));
        });
    }

    @Test
    void hasAStandingForEveryCodeAtEveryTime() {
        qt().withExamples(200)
                .forAll(documents(), SourceDSL.longs().between(0, 4_000_000_000L))
                .checkAssert((document, at) -> {
                    var version = compile(document).versionInForce(Instant.ofEpochSecond(at));

                    assertThat(CODES)
                            .allSatisfy(code -> assertThat(version.standingOf(new Region(code)))
                                    .isIn((Object[]) Standing.values()));
                    assertThat(Stream.of(Standing.values())
                                    .mapToInt(standing -> version.rules()
                                            .countriesOf(standing)
                                            .size())
                                    .sum())
                            .isEqualTo(250);
                });
    }

    @Test
    void saysOfEveryNamedRegionWhatItsListSays() {
        qt().withExamples(200).forAll(documents()).checkAssert(document -> {
            var versions = compile(document).versions();
            for (var index = 0; index < versions.size(); index++) {
                var written = document.versions().get(index);
                assertNamed(versions.get(index), written.supported(), Standing.SUPPORTED);
                assertNamed(versions.get(index), written.unsupported(), Standing.UNSUPPORTED);
            }
        });
    }

    @Test
    void judgesEachInstantByTheVersionWhosePeriodItFallsInto() {
        qt().withExamples(200)
                .forAll(documents(), SourceDSL.longs().between(0, 4_000_000_000L))
                .checkAssert((document, at) -> {
                    var policy = compile(document);
                    var instant = Instant.ofEpochSecond(at);
                    var version = policy.versionInForce(instant);

                    assertThat(policy.supersededAt(version)
                                    .map(instant::isBefore)
                                    .orElse(true))
                            .isTrue();
                    assertThat(version.effectiveAt().isAfter(instant) && version.version() > 1)
                            .as("only the first version is judged by before it takes effect")
                            .isFalse();
                });
    }

    private static void assertNamed(PolicyVersion version, List<String> codes, Standing standing) {
        var tracked = version.rules().trackedCountries();
        assertThat(codes)
                .map(Region::new)
                .allSatisfy(region -> assertThat(version.standingOf(region))
                        .isEqualTo(tracked.contains(region) ? Standing.INDETERMINATE : standing));
    }

    private static RegionPolicy compile(PolicyDocument document) {
        return PolicyCompiler.compile(document).orThrow();
    }

    private static Gen<PolicyDocument> documents() {
        return SourceDSL.longs().all().map(PolicyRoundTripTest::document);
    }

    /** A policy in order, the same for the same seed. */
    private static PolicyDocument document(long seed) {
        var random = new Random(seed);
        var versions = new ArrayList<PolicyDocument.Version>();
        var effective = LocalDate.ofEpochDay(random.nextInt(20_000));
        for (var number = 1; number <= 1 + random.nextInt(3); number++) {
            versions.add(version(random, number, effective));
            effective = effective.plusDays(1 + random.nextInt(900));
        }
        return new PolicyDocument("example-" + random.nextInt(100), versions);
    }

    private static PolicyDocument.Version version(Random random, int number, LocalDate effective) {
        var supported = codes(random);
        var unsupported = new ArrayList<>(codes(random));
        unsupported.removeAll(supported);
        var inherit = random.nextBoolean() ? null : pick(random, List.of("true", "false"));
        var everyTerritory = Territories.sovereigns().keySet().stream()
                .map(Region::code)
                .sorted()
                .toList();
        var someTerritories = random.nextBoolean() ? List.<String>of() : List.of("PR", "XK");
        return new PolicyDocument.Version(
                String.valueOf(number),
                pick(random, TITLES),
                pick(random, TITLES).strip() + " source",
                effective.toString(),
                effective.minusDays(random.nextInt(30)) + "T00:00:00Z",
                effective.toString(),
                random.nextBoolean() ? null : pick(random, List.of("shadow", "live")),
                enforcement(random),
                pick(random, List.of("supported", "unsupported")),
                supported,
                unsupported,
                List.of(),
                inherit,
                "false".equals(inherit) ? everyTerritory : someTerritories,
                thresholds(random),
                some(random, List.of("chat", "images", "other", "batch-2")),
                some(random, List.of("Jane Doe", "Max Example", "李 雷", "no")));
    }

    private static PolicyDocument.Enforcement enforcement(Random random) {
        var refused = random.nextBoolean();
        return new PolicyDocument.Enforcement(
                "P" + random.nextInt(40) + "D",
                refused ? null : String.valueOf(random.nextInt(6)),
                random.nextBoolean() ? null : "P" + random.nextInt(4) + "D",
                random.nextBoolean() ? null : "PT" + (24 + random.nextInt(400)) + "H",
                random.nextBoolean() ? null : "P" + random.nextInt(60) + "D",
                random.nextBoolean() ? null : "P" + (1 + random.nextInt(180)) + "D",
                refused ? "refused" : null);
    }

    private static List<String> some(Random random, List<String> all) {
        return all.stream().filter(one -> random.nextInt(3) == 0).toList();
    }

    private static List<String> codes(Random random) {
        var codes = new LinkedHashSet<String>();
        for (var count = 1 + random.nextInt(30); count > 0; count--) {
            codes.add(pick(random, CODES));
        }
        return List.copyOf(codes);
    }

    private static Map<String, String> thresholds(Random random) {
        var thresholds = new HashMap<String, String>();
        if (random.nextBoolean()) {
            thresholds.put("requests", String.valueOf(1 + random.nextInt(1000)));
            thresholds.put("share", String.valueOf(random.nextInt(101) / 100.0));
        }
        return thresholds;
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
