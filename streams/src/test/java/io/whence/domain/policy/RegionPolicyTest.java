/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.domain.origin.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionPolicyTest {
    private static final Region CHINA = new Region("CN");
    private static final Instant JUNE_24 = Instant.parse("2024-06-24T00:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2024-07-09T00:00:00Z");
    private static final Instant LAST_MOMENT_OF_JULY_8 = Instant.parse("2024-07-08T23:59:59.999Z");

    private final PolicyVersion before = version(1, "2023-03-01", "2023-03-01", allBut());
    private final PolicyVersion after = version(2, "2024-06-24", "2024-07-09", allBut(CHINA));
    private final RegionPolicy policy = new RegionPolicy("example", List.of(before, after));

    @Test
    void judgesTheLastMomentBeforeTheDateByTheOldVersionAndMidnightByTheNew() {
        assertThat(policy.versionInForce(LAST_MOMENT_OF_JULY_8)).isEqualTo(before);
        assertThat(policy.versionInForce(LAST_MOMENT_OF_JULY_8).standingOf(CHINA))
                .isEqualTo(Standing.SUPPORTED);
        assertThat(policy.versionInForce(JULY_9)).isEqualTo(after);
        assertThat(policy.versionInForce(JULY_9).standingOf(CHINA)).isEqualTo(Standing.UNSUPPORTED);
        assertThat(policy.versionInForce(Instant.parse("2031-01-01T12:00:00Z"))).isEqualTo(after);
    }

    @Test
    void judgesByTheFirstVersionAsAPreviewWhileNoneIsInForceYet() {
        var announced = new RegionPolicy("example", List.of(after));

        assertThat(announced.versionInForce(LAST_MOMENT_OF_JULY_8)).isEqualTo(after);
        assertThat(announced.versionInForce(Instant.EPOCH)).isEqualTo(after);
    }

    @Test
    void citesOnlyWhatHadBeenAnnounced() {
        assertThat(policy.announced(Instant.parse("2023-02-28T23:59:59.999Z"))).isEmpty();
        assertThat(policy.announced(JUNE_24.minusMillis(1))).contains(before);
        assertThat(policy.announced(JUNE_24)).contains(after);
    }

    @Test
    void supersedesAVersionWhenTheNextTakesEffect() {
        assertThat(policy.supersededAt(before)).contains(JULY_9);
        assertThat(policy.supersededAt(after)).isEmpty();
    }

    @Test
    void refusesVersionsThatAreOutOfOrder() {
        assertThatThrownBy(() -> new RegionPolicy("example", List.of(after, before)))
                .hasMessage("policy example: version 1 is out of order");
        assertThatThrownBy(() -> new RegionPolicy("other", List.of(before)))
                .hasMessage("policy other: version of another policy example");
        assertThatThrownBy(() -> new RegionPolicy("example", List.of())).hasMessage("policy example: no versions");
    }

    @Test
    void refusesDatesWithinADay() {
        assertThatThrownBy(() -> versionAt(JUNE_24, JULY_9.plusSeconds(1)))
                .hasMessage("policy version: effectiveAt is not at 00:00 UTC");
        assertThatThrownBy(() -> versionAt(JUNE_24.plusSeconds(1), JULY_9))
                .hasMessage("policy version: announcedAt is not at 00:00 UTC");
        assertThatThrownBy(() -> versionAt(JULY_9, JUNE_24))
                .hasMessage("policy version: announcedAt is after effectiveAt");
    }

    @Test
    void refusesRulesThatLeaveACountryOut() {
        var incomplete = new HashMap<>(allBut().countries());
        incomplete.remove(CHINA);

        assertThatThrownBy(() -> new RegionRules(incomplete, Map.of()))
                .hasMessage("countries: every code of ISO 3166-1 needs a standing, and no other");
    }

    @Test
    void watchesWhatAnyVersionOfAnyPolicyDoesNotPlainlySupport() {
        var other = new RegionPolicy(
                "other",
                List.of(new PolicyVersion(
                        "other",
                        1,
                        "title",
                        "source",
                        LocalDate.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        PolicyMode.SHADOW,
                        Enforcement.ofGrace(Duration.ZERO),
                        Thresholds.DEFAULT,
                        new RegionRules(allBut().countries(), Map.of(new Region("UA-43"), Standing.UNSUPPORTED)),
                        Set.of(),
                        List.of())));
        var policies = new Policies(List.of(policy, other));

        assertThat(policies.watched(CHINA)).isTrue();
        assertThat(policies.watched(new Region("UA"))).isTrue();
        assertThat(policies.watched(new Region("UA-43"))).isTrue();
        assertThat(policies.watched(new Region("UA-30"))).isFalse();
        assertThat(policies.watched(new Region("FR"))).isFalse();
        assertThat(policies.watched(Region.UNKNOWN)).isTrue();
        assertThat(policies.trackedCountries()).containsExactly(new Region("UA"));
        assertThat(policies.policy("other")).contains(other);
        assertThatThrownBy(() -> new Policies(List.of(policy, policy))).hasMessage("policies: two have the same id");
    }

    @Test
    void watchesNothingWithoutPolicies() {
        assertThat(new Policies(List.of()).watched(CHINA)).isFalse();
        assertThat(new Policies(List.of()).watched(Region.UNKNOWN)).isFalse();
        assertThat(new Policies(List.of()).trackedCountries()).isEmpty();
    }

    @Test
    void reachesTheThresholdsOnlyWithEnoughRequestsOnEnoughDaysAndShareOrMass() {
        var thresholds = Thresholds.DEFAULT;

        assertThat(thresholds.reachedBy(100, 4, 0.01)).isTrue();
        assertThat(thresholds.reachedBy(99, 4, 0.5)).isFalse();
        assertThat(thresholds.reachedBy(100_000, 3, 0.5))
                .as("a traveller's three days")
                .isFalse();
        assertThat(thresholds.reachedBy(999, 4, 0.0099)).isFalse();
        assertThat(thresholds.reachedBy(1000, 4, 0.000_001))
                .as("cannot be diluted")
                .isTrue();
    }

    private static PolicyVersion version(int number, String announced, String effective, RegionRules rules) {
        return new PolicyVersion(
                "example",
                number,
                "title",
                "source",
                LocalDate.EPOCH,
                Instant.parse(announced + "T00:00:00Z"),
                Instant.parse(effective + "T00:00:00Z"),
                PolicyMode.SHADOW,
                Enforcement.ofGrace(Duration.ofDays(15)),
                Thresholds.DEFAULT,
                rules,
                Set.of(),
                List.of());
    }

    private static PolicyVersion versionAt(Instant announcedAt, Instant effectiveAt) {
        return new PolicyVersion(
                "example",
                1,
                "title",
                "source",
                LocalDate.EPOCH,
                announcedAt,
                effectiveAt,
                PolicyMode.SHADOW,
                Enforcement.ofGrace(Duration.ZERO),
                Thresholds.DEFAULT,
                allBut(),
                Set.of(),
                List.of());
    }

    private static RegionRules allBut(Region... unsupported) {
        var countries = new HashMap<Region, Standing>();
        Iso3166.countries().keySet().forEach(country -> countries.put(country, Standing.SUPPORTED));
        for (var region : unsupported) {
            countries.put(region, Standing.UNSUPPORTED);
        }
        return new RegionRules(countries, Map.of());
    }
}
