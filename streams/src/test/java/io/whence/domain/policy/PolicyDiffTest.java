/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import io.whence.domain.origin.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quicktheories.generators.SourceDSL;

class PolicyDiffTest {
    private static final Region SYRIA = new Region("SY");
    private static final Region CRIMEA = new Region("UA-43");
    private static final Region UKRAINE = new Region("UA");
    private static final List<Region> COUNTRIES =
            List.copyOf(Iso3166.countries().keySet());

    @Test
    void nothingChangesBetweenAPolicyAndItself() {
        qt().withExamples(300).forAll(RandomPolicies.policies()).checkAssert(policy -> {
            var diff = PolicyDiff.between(policy, policy);

            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff.widensEnforcement()).isFalse();
        });
    }

    @Test
    void differentPoliciesNeverLookTheSame() {
        qt().withExamples(300)
                .forAll(RandomPolicies.policies(), RandomPolicies.policies())
                .checkAssert((one, other) -> {
                    assertThat(PolicyDiff.between(one, other).isEmpty())
                            .isEqualTo(one.versions().equals(other.versions()));
                });
    }

    @Test
    void whateverIsNewlyUnsupportedWidens() {
        qt().withExamples(300)
                .forAll(RandomPolicies.policies(), SourceDSL.integers().between(0, COUNTRIES.size() - 1))
                .checkAssert((policy, index) -> {
                    var country = COUNTRIES.get(index);
                    var first = policy.versions().get(0);
                    var supporting = with(policy, rules(first, country, Standing.SUPPORTED));
                    var refusing = with(policy, rules(first, country, Standing.UNSUPPORTED));

                    assertThat(PolicyDiff.between(supporting, refusing).widensEnforcement())
                            .isTrue();
                    assertThat(PolicyDiff.between(refusing, supporting).widensEnforcement())
                            .isFalse();
                });
    }

    @Test
    void swappingTheSidesMirrorsEveryChange() {
        qt().withExamples(300)
                .forAll(RandomPolicies.policies(), RandomPolicies.policies())
                .checkAssert((one, other) -> {
                    var there = PolicyDiff.between(one, other);
                    var back = PolicyDiff.between(other, one);

                    assertThat(there.versions().stream().map(PolicyDiffTest::mirrored))
                            .containsExactlyElementsOf(back.versions());
                });
    }

    @Test
    void namesTheTerritoriesThatOnlyInherit() {
        var before = compiled("default: supported", "unsupported: [CN, HK, MO]");
        var after = compiled("default: supported", "unsupported: [CN, HK, MO, DK]");

        assertThat(PolicyDiff.between(before, after).versions())
                .singleElement()
                .satisfies(
                        version -> assertThat(version.regions()).containsExactly(lost("DK"), lost("FO"), lost("GL")));
    }

    @Test
    void partOfACountryIsTakenFromTheWhole() {
        var before = new RegionPolicy(
                "example", List.of(RandomPolicies.version(1, RandomPolicies.allSupported(), Map.of())));
        var after = new RegionPolicy(
                "example",
                List.of(RandomPolicies.version(
                        1, RandomPolicies.allSupported(), Map.of(CRIMEA, Standing.UNSUPPORTED))));

        var diff = PolicyDiff.between(before, after);

        assertThat(diff.versions().get(0).regions())
                .containsExactly(new RegionChange(UKRAINE, Standing.SUPPORTED, Standing.INDETERMINATE), lost("UA-43"));
        assertThat(diff.widensEnforcement()).isTrue();
    }

    @Test
    void aFirstPublicationTakesSupportFromWhatItDoesNotSupport() {
        var policy = compiled("default: supported", "unsupported: [CN, HK, MO]");

        var diff = PolicyDiff.between(null, policy);

        assertThat(diff.versions()).singleElement().satisfies(version -> {
            assertThat(version.kind()).isEqualTo(VersionDiff.Kind.ADDED);
            assertThat(version.comparedWith()).isEmpty();
            assertThat(version.regions()).containsExactly(lost("CN"), lost("HK"), lost("MO"));
        });
        assertThat(diff.widensEnforcement()).isTrue();
    }

    @Test
    void aNewVersionIsComparedWithTheOneItReplaces() {
        var first = RandomPolicies.version(1, RandomPolicies.allSupported(), Map.of());
        var second = RandomPolicies.version(2, RandomPolicies.without(SYRIA), Map.of());
        var third = RandomPolicies.version(3, RandomPolicies.allSupported(), Map.of());
        var before = new RegionPolicy("example", List.of(first, second));
        var after = new RegionPolicy("example", List.of(first, second, third));

        assertThat(PolicyDiff.between(before, after).versions()).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo(3);
            assertThat(version.comparedWith()).contains(2);
            assertThat(version.regions())
                    .containsExactly(new RegionChange(SYRIA, Standing.UNSUPPORTED, Standing.SUPPORTED));
            assertThat(version.fields())
                    .as("dates of another version are no change")
                    .isEmpty();
            assertThat(version.widensEnforcement()).isFalse();
        });
    }

    @Test
    void saysWhatEachValueDoes() {
        assertThat(effect("mode: shadow", "mode: live")).isEqualTo(Effect.WIDENS);
        assertThat(effect("grace: P15D", "grace: P14D")).isEqualTo(Effect.WIDENS);
        assertThat(effect("approvals: 2", "approvals: 1")).isEqualTo(Effect.WIDENS);
        assertThat(effect("reminder: P3D", "reminder: PT0S")).isEqualTo(Effect.NEITHER);
        assertThat(effect("clean_period: P14D", "clean_period: P15D")).isEqualTo(Effect.WIDENS);
        assertThat(effect("probation: P30D", "probation: P60D")).isEqualTo(Effect.WIDENS);
        assertThat(effect("database_age: P30D", "database_age: P31D")).isEqualTo(Effect.WIDENS);
        assertThat(effect("visits: served", "visits: refused")).isEqualTo(Effect.WIDENS);
        assertThat(effect("announced: 2024-06-24", "announced: 2024-06-23")).isEqualTo(Effect.WIDENS);
        assertThat(effect("effective: 2024-07-09", "effective: 2024-07-10")).isEqualTo(Effect.NARROWS);
        assertThat(effect("thresholds: {requests: 100}", "thresholds: {requests: 99}"))
                .isEqualTo(Effect.WIDENS);
        assertThat(effect("thresholds: {share: 0.01}", "thresholds: {share: 0.02}"))
                .isEqualTo(Effect.NARROWS);
        assertThat(effect("thresholds: {window_days: 28}", "thresholds: {window_days: 14}"))
                .isEqualTo(Effect.EITHER);
        assertThat(effect("products: [chat]", "title: All of it")).isEqualTo(Effect.WIDENS);
        assertThat(effect("products: [chat, images]", "products: [images]")).isEqualTo(Effect.NARROWS);
        assertThat(effect("products: [chat]", "products: [images]")).isEqualTo(Effect.EITHER);
        assertThat(effect("approved_by: [Jane Doe]", "approved_by: [Max Example]"))
                .isEqualTo(Effect.NEITHER);
    }

    @Test
    void writesValuesAsInAPolicyFile() {
        assertThat(change("clean_period: P14D", "clean_period: PT36H"))
                .isEqualTo(new FieldChange("clean_period", "P14D", "PT36H", Effect.NARROWS));
        assertThat(change("mode: shadow", "mode: live"))
                .isEqualTo(new FieldChange("mode", "shadow", "live", Effect.WIDENS));
        assertThat(change("products: [images, chat]", "title: All of it"))
                .isEqualTo(new FieldChange("products", "chat, images", "", Effect.WIDENS));
    }

    private static RegionChange lost(String code) {
        return new RegionChange(new Region(code), Standing.SUPPORTED, Standing.UNSUPPORTED);
    }

    private static VersionDiff mirrored(VersionDiff diff) {
        var kind = switch (diff.kind()) {
            case ADDED -> VersionDiff.Kind.REMOVED;
            case REMOVED -> VersionDiff.Kind.ADDED;
            case CHANGED -> VersionDiff.Kind.CHANGED;
        };
        return new VersionDiff(
                diff.version(),
                kind,
                diff.comparedWith(),
                diff.regions().stream()
                        .map(change -> new RegionChange(
                                change.region(), /* before= */ change.after(), /* after= */ change.before()))
                        .toList(),
                diff.fields().stream()
                        .map(change -> new FieldChange(
                                change.field(),
                                /* before= */ change.after(),
                                /* after= */ change.before(),
                                change.effect().opposite()))
                        .toList());
    }

    private static Effect effect(String before, String after) {
        return change(before, after).effect();
    }

    /** The one change but of the title. */
    private static FieldChange change(String before, String after) {
        var changes = PolicyDiff.between(compiled(before), compiled(after)).versions().get(0).fields().stream()
                .filter(change -> !change.field().equals("title"))
                .toList();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    /** A policy file with these lines besides, or instead of its own of the same key. */
    private static RegionPolicy compiled(String... lines) {
        return PolicyText.version(1, lines).policy();
    }

    /** The rules of a version, but for one country as a whole. */
    private static RegionRules rules(PolicyVersion version, Region country, Standing standing) {
        var countries = new HashMap<>(version.rules().countries());
        countries.put(country, standing);
        var exceptions = new HashMap<>(version.rules().exceptions());
        exceptions.keySet().removeIf(part -> part.country().equals(country));
        return new RegionRules(countries, exceptions);
    }

    /** The policy with other rules in its first version. */
    private static RegionPolicy with(RegionPolicy policy, RegionRules rules) {
        var versions = new ArrayList<>(policy.versions());
        var first = versions.get(0);
        versions.set(
                0,
                new PolicyVersion(
                        first.policyId(),
                        first.version(),
                        first.title(),
                        first.source(),
                        first.sourceDate(),
                        first.announcedAt(),
                        first.effectiveAt(),
                        first.mode(),
                        first.enforcement(),
                        first.thresholds(),
                        rules,
                        first.products(),
                        first.approvedBy()));
        return new RegionPolicy(policy.id(), versions);
    }
}
