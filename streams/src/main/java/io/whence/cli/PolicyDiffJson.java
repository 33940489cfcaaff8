/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.PolicyDiff;
import io.whence.domain.policy.VersionDiff;
import java.util.Locale;

/** What changes in a policy as JSON, for programs. */
final class PolicyDiffJson {
    private PolicyDiffJson() {}

    static ObjectNode of(PolicyDiff diff) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("policy_id", diff.policyId())
                .put("widens_enforcement", diff.widensEnforcement());
        var versions = json.putArray("versions");
        diff.versions().forEach(version -> versions.add(version(version)));
        return json;
    }

    private static ObjectNode version(VersionDiff version) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("version", version.version())
                .put("change", word(version.kind()))
                .put("compared_with", version.comparedWith().orElse(null))
                .put("widens_enforcement", version.widensEnforcement());
        var regions = json.putArray("regions");
        version.regions()
                .forEach(change -> regions.addObject()
                        .put("region", change.region().code())
                        .put("name", Iso3166.nameOf(change.region()).orElse(null))
                        .put("before", word(change.before()))
                        .put("after", word(change.after()))
                        .put("effect", word(change.effect())));
        var fields = json.putArray("fields");
        version.fields()
                .forEach(change -> fields.addObject()
                        .put("field", change.field())
                        .put("before", change.before())
                        .put("after", change.after())
                        .put("effect", word(change.effect())));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
