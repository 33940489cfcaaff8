/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Lookup;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.geo.GeoSources;
import org.jspecify.annotations.Nullable;

/** The answer of {@code whence lookup} as JSON. */
final class LookupJson {

    private LookupJson() {}

    static ObjectNode of(LookupAnswer answer) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("demo", answer.demo());
        if (answer.demo()) {
            root.put("attribution", GeoSources.DEMO_ATTRIBUTION);
        }
        root.put("database_age", answer.age().name());
        var builds = root.putArray("builds");
        answer.builds().forEach(build -> builds.add(build(build)));
        var lookups = root.putArray("lookups");
        answer.lookups().forEach(lookup -> lookups.add(lookup(lookup)));
        var refused = root.putArray("refused");
        answer.refused()
                .forEach(text -> refused.addObject().put("argument", text).put("problem", LookupAnswer.NO_ADDRESS));
        return root;
    }

    private static ObjectNode lookup(Lookup lookup) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("address", lookup.address().toString());
        put(node, lookup.origin());
        var answers = node.putArray("answers");
        lookup.answers().forEach(said -> answers.add(build(said.build()).put("answer", said.answer())));
        var reasoning = node.putArray("reasoning");
        lookup.reasoning().forEach(reasoning::add);
        return node;
    }

    private static void put(ObjectNode node, Origin origin) {
        var system = origin.autonomousSystem();
        node.put("region", origin.region().code());
        node.put("unlocated", origin.unlocated().name());
        node.put("network_type", origin.networkType().name());
        node.put("network_name", origin.networkName());
        node.put("asn", system == null ? null : system.number());
        node.put("as_organization", system == null ? null : system.organization());
        node.put("accuracy_radius_km", origin.accuracyRadiusKm());
        node.put("registered_country", code(origin.registeredCountry()));
        node.put("second_country", code(origin.secondCountry()));
        node.put("agreement", origin.agreement().name());
    }

    private static @Nullable String code(@Nullable Region region) {
        return region == null ? null : region.code();
    }

    private static ObjectNode build(DatabaseBuild build) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("source", build.source())
                .put("built_at", build.builtAt().toString())
                .put("sha256", build.sha256());
    }
}
