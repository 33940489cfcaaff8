/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.config.PolicyFile;
import io.whence.domain.policy.Enforcement;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyProblem;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A checked policy as JSON, for programs. */
final class PolicyJson {
    private PolicyJson() {}

    static ObjectNode of(PolicyFile file, PolicyCompilation compilation) {
        var json = JsonNodeFactory.instance.objectNode();
        var inOrder = compilation.problems().isEmpty();
        json.put("file", file.name()).put("in_order", inOrder);
        add(json.putArray("problems"), file, compilation.problems());
        add(json.putArray("warnings"), file, compilation.warnings());
        if (inOrder) {
            var policy = compilation.orThrow();
            json.put("id", policy.id());
            var versions = json.putArray("versions");
            policy.versions().forEach(version -> versions.add(version(policy, version)));
        }
        return json;
    }

    private static void add(ArrayNode array, PolicyFile file, List<PolicyProblem> problems) {
        for (var problem : problems) {
            var json = array.addObject();
            file.line(problem).ifPresent(line -> json.put("line", line));
            json.put("path", problem.path()).put("value", problem.value()).put("message", problem.message());
        }
    }

    private static ObjectNode version(RegionPolicy policy, PolicyVersion version) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", version.version())
                .put("title", version.title())
                .put("source", version.source())
                .put("source_date", version.sourceDate().toString())
                .put("announced_at", version.announcedAt().toString())
                .put("effective_at", version.effectiveAt().toString())
                .put(
                        "superseded_at",
                        policy.supersededAt(version).map(Object::toString).orElse(null))
                .put("mode", word(version.mode()));
        add(json, version.enforcement());
        add(json.putArray("products"), version.products());
        add(json.putArray("approved_by"), version.approvedBy());
        json.set("thresholds", thresholds(version.thresholds()));
        for (var standing : Standing.values()) {
            var codes = json.putArray(word(standing));
            version.rules().countriesOf(standing).forEach(region -> codes.add(region.code()));
        }
        var parts = json.putObject("parts");
        new TreeMap<>(version.rules().exceptions())
                .forEach((region, standing) -> parts.put(region.code(), word(standing)));
        return json;
    }

    private static void add(ObjectNode json, Enforcement enforcement) {
        json.put("grace", enforcement.grace().toString())
                .put("approvals", enforcement.approvals())
                .put("reminder", enforcement.reminder().toString())
                .put("clean_period", enforcement.cleanPeriod().toString())
                .put("probation", enforcement.probation().toString())
                .put("database_age", enforcement.databaseAge().toString())
                .put("visits", word(enforcement.visits()));
    }

    private static void add(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode thresholds(Thresholds thresholds) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("requests", thresholds.requests())
                .put("days", thresholds.days())
                .put("share", thresholds.share())
                .put("requests_regardless_of_share", thresholds.requestsRegardlessOfShare())
                .put("probability", thresholds.probability())
                .put("window_days", thresholds.windowDays());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
