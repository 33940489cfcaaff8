/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Effect;
import io.whence.domain.policy.FieldChange;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.PolicyDiff;
import io.whence.domain.policy.RegionChange;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.VersionDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes in a policy in words, for the person who signs it off. */
final class PolicyDiffWords {
    private final WordColumns text = new WordColumns(30);

    private PolicyDiffWords() {}

    static String of(PolicyDiff diff) {
        var words = new PolicyDiffWords();
        if (diff.isEmpty()) {
            return "Policy " + diff.policyId() + ": nothing changes";
        }
        words.text.line("Policy " + diff.policyId() + ": "
                + (diff.widensEnforcement() ? "this widens enforcement" : "this widens nothing"));
        diff.versions().forEach(words::describe);
        return words.text.toString();
    }

    private void describe(VersionDiff version) {
        text.line("");
        text.line("Version " + version.version() + " " + kind(version));
        var groups = new LinkedHashMap<String, List<RegionChange>>();
        version.regions()
                .forEach(change -> groups.merge(
                        label(change),
                        List.of(change),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        groups.forEach((label, changes) -> text.item(label, regions(changes)));
        version.fields().forEach(change -> text.item(change.field(), field(change)));
        if (version.regions().isEmpty() && version.fields().isEmpty()) {
            text.item("nothing else", "changes");
        }
    }

    private static String kind(VersionDiff version) {
        var other = version.comparedWith()
                .map(number -> ", compared with version " + number + ", in force until then")
                .orElse(", the first of its policy");
        return switch (version.kind()) {
            case ADDED -> "is new" + other;
            case REMOVED ->
                "is gone"
                        + version.comparedWith()
                                .map(number -> "; version " + number + " is in force instead")
                                .orElse("");
            case CHANGED -> "changes";
        };
    }

    private static String label(RegionChange change) {
        if (change.after() == Standing.INDETERMINATE) {
            return change.before() == Standing.SUPPORTED ? "loses support of a part" : "gains support of a part";
        }
        return change.after() == Standing.UNSUPPORTED ? "loses support" : "gains support";
    }

    private static String regions(List<RegionChange> changes) {
        return changes.stream().map(PolicyDiffWords::region).collect(Collectors.joining(", "))
                + words(changes.get(0).effect());
    }

    private static String region(RegionChange change) {
        var partly = change.before() == Standing.INDETERMINATE ? ", until now in part" : "";
        return named(change.region()) + partly;
    }

    private static String field(FieldChange change) {
        return "from " + orNothing(change, change.before()) + " to " + orNothing(change, change.after())
                + words(change.effect());
    }

    private static String orNothing(FieldChange change, String value) {
        if (!value.isEmpty()) {
            return value;
        }
        return change.field().equals("products") ? "all" : "nobody";
    }

    private static String words(Effect effect) {
        return effect == Effect.NEITHER ? "" : " (" + effect.name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String named(Region region) {
        return Iso3166.nameOf(region).map(name -> name + " (" + region + ")").orElse(region.code());
    }
}
