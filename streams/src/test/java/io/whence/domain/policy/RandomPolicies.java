/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import io.whence.domain.origin.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.SourceDSL;

/** Policies by chance, for laws that hold of all. */
final class RandomPolicies {
    private static final Region CRIMEA = new Region("UA-43");
    private static final Region UKRAINE = new Region("UA");
    private static final List<Region> COUNTRIES =
            List.copyOf(Iso3166.countries().keySet());

    private RandomPolicies() {}

    static Gen<RegionPolicy> policies() {
        return SourceDSL.longs().all().map(RandomPolicies::policy);
    }

    /** A policy, the same for the same seed; few choices, so that two of them have much in common. */
    private static RegionPolicy policy(long seed) {
        var random = new Random(seed);
        var versions = new ArrayList<PolicyVersion>();
        for (var number = 1; number <= 3; number++) {
            if (versions.isEmpty() || random.nextBoolean()) {
                versions.add(random(random, number));
            }
        }
        return new RegionPolicy("example", versions);
    }

    private static PolicyVersion random(Random random, int number) {
        var unsupported = new TreeSet<Region>();
        for (var count = random.nextInt(4); count > 0; count--) {
            unsupported.add(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        }
        var countries = without(unsupported.toArray(Region[]::new));
        var opposite = countries.get(UKRAINE) == Standing.SUPPORTED ? Standing.UNSUPPORTED : Standing.SUPPORTED;
        var exceptions = random.nextBoolean() ? Map.of(CRIMEA, opposite) : Map.<Region, Standing>of();
        var plain = version(number, countries, exceptions);
        return new PolicyVersion(
                plain.policyId(),
                number,
                "title " + random.nextInt(2),
                plain.source(),
                plain.sourceDate(),
                plain.announcedAt().minus(Duration.ofDays(random.nextInt(2))),
                plain.effectiveAt().plus(Duration.ofDays(random.nextInt(2))),
                random.nextBoolean() ? PolicyMode.LIVE : PolicyMode.SHADOW,
                new Enforcement(
                        Duration.ofDays(random.nextInt(2)),
                        random.nextInt(2),
                        Duration.ofHours(random.nextInt(2)),
                        Duration.ofDays(1 + random.nextInt(2)),
                        Duration.ofDays(random.nextInt(2)),
                        Duration.ofDays(30 + random.nextInt(2)),
                        Visits.SERVED),
                new Thresholds(1 + random.nextInt(2), 1, 0.5 * random.nextInt(2), 10, 0.2, 7 + random.nextInt(2)),
                plain.rules(),
                random.nextBoolean() ? Set.of() : Set.of("chat", random.nextBoolean() ? "images" : "other"),
                random.nextBoolean() ? List.of() : List.of("Jane Doe"));
    }

    static PolicyVersion version(int number, Map<Region, Standing> countries, Map<Region, Standing> exceptions) {
        return new PolicyVersion(
                "example",
                number,
                "title",
                "source",
                LocalDate.EPOCH,
                Instant.EPOCH.plus(Duration.ofDays(10L * number)),
                Instant.EPOCH.plus(Duration.ofDays(10L * number + 5)),
                PolicyMode.SHADOW,
                Enforcement.ofGrace(Duration.ofDays(15)),
                Thresholds.DEFAULT,
                new RegionRules(countries, exceptions),
                Set.of(),
                List.of());
    }

    static Map<Region, Standing> allSupported() {
        return without();
    }

    static Map<Region, Standing> without(Region... unsupported) {
        var countries = new HashMap<Region, Standing>();
        COUNTRIES.forEach(country -> countries.put(country, Standing.SUPPORTED));
        for (var region : unsupported) {
            countries.put(region, Standing.UNSUPPORTED);
        }
        return countries;
    }
}
