/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a scenario, in the columns that an officer reads. */
final class ScenarioOutcome {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenarioOutcome() {}

    /** The files of the folder {@code expected}, by name, each as its text. */
    static Map<String, String> of(ScenarioRun run, Collection<String> organizations) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("notices.csv", notices(run.files().notices()));
        files.put("decisions.csv", decisions(run.files().decisions()));
        files.put("states.csv", states(run, organizations));
        files.put("traffic.csv", traffic(run.tallies()));
        if (!run.folder().findings().isEmpty()) {
            files.put("findings.csv", findings(run.assessments(), run.folder().findings()));
        }
        if (!run.files().leaks().isEmpty()) {
            files.put("leaks.csv", leaks(run.files().leaks()));
        }
        if (!run.deadLetters().isEmpty()) {
            files.put("dead-letters.csv", deadLetters(run.deadLetters()));
        }
        long unproven = run.backtest().ledger().unprovenForwarding();
        if (unproven > 0) {
            files.put("unproven-forwarding.txt", unproven + "\n");
        }
        return files;
    }

    static String notices(List<Notice> notices) {
        return table(
                "organization,issued_at,kind,mode,classification,regions,effective_at,aftermath",
                notices.stream()
                        .map(notice -> row(
                                notice.organizationId(),
                                notice.issuedAt(),
                                notice.kind(),
                                notice.mode(),
                                notice.classification(),
                                notice.regions().stream()
                                        .map(traffic -> traffic.region() + "=" + traffic.requests())
                                        .collect(Collectors.joining(" ")),
                                notice.effectiveAt(),
                                notice.aftermath() == null ? "" : notice.aftermath()))
                        .toList());
    }

    static String decisions(List<EnforcementDecision> decisions) {
        return table(
                "organization,issued_at,effective_at,scope,scope_id,refuse,mode",
                decisions.stream()
                        .map(decision -> row(
                                decision.organizationId(),
                                decision.issuedAt(),
                                decision.effectiveAt(),
                                decision.scope(),
                                decision.scopeId(),
                                decision.refuse(),
                                decision.mode()))
                        .toList());
    }

    /** Where each organization stands in the end, and by which steps it came there. */
    private static String states(ScenarioRun run, Collection<String> organizations) {
        Map<String, String> states = new TreeMap<>();
        run.cases()
                .forEach(known -> states.put(
                        known.organizationId() + "," + known.policyId(),
                        known.state().name()));
        List<String> rows = new ArrayList<>();
        organizations.stream()
                .filter(organization -> states.keySet().stream().noneMatch(key -> key.startsWith(organization + ",")))
                .sorted()
                .forEach(organization -> rows.add(row(organization, "", "CLEAR", "")));
        states.forEach((key, state) -> rows.add(row(key, state, history(run.caseEvents(), key))));
        return table("organization,policy,state,history", rows.stream().sorted().toList());
    }

    private static String history(List<CaseEvent> events, String key) {
        return events.stream()
                .filter(event -> key.equals(event.organizationId() + "," + event.policyId()))
                .map(event -> event.at() + " " + event.reason() + " -> " + event.to())
                .collect(Collectors.joining("; "));
    }

    /** How much was counted where, and how it was judged. */
    private static String traffic(List<String> tallies) throws IOException {
        Map<String, Long> requests = new TreeMap<>();
        for (String tally : tallies) {
            JsonNode fields = JSON.readTree(tally);
            for (JsonNode standing : fields.get("standings")) {
                String place = row(
                        fields.get("organization_id").asText(),
                        fields.get("region").asText(),
                        fields.get("network_type").asText(),
                        standing.get("policy_id").asText(),
                        standing.get("policy_version").asText(),
                        standing.get("standing").asText());
                requests.merge(place, fields.get("requests").asLong(), Long::sum);
            }
        }
        return table(
                "organization,region,network,policy,version,standing,requests",
                requests.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** What the last assessment of each organization found. */
    private static String findings(List<String> assessments, List<String> families) throws IOException {
        Map<String, JsonNode> latest = new TreeMap<>();
        for (String assessment : assessments) {
            JsonNode fields = JSON.readTree(assessment);
            latest.put(
                    fields.get("organization_id").asText() + ","
                            + fields.get("policy_id").asText(),
                    fields);
        }
        List<String> rows = new ArrayList<>();
        latest.forEach((whose, assessment) -> assessment.get("reasons").forEach(reason -> {
            if (families.contains(reason.get("family").asText())) {
                rows.add(row(
                        whose,
                        reason.get("code").asText(),
                        reason.get("weight_decibans").asText()));
            }
        }));
        return table("organization,policy,code,decibans", rows);
    }

    /** What gateways served after they were told to refuse it. */
    private static String leaks(List<JsonNode> leaks) {
        List<String> columns = List.of(
                "organization_id",
                "gateway",
                "scope",
                "region",
                "api_key_id",
                "day",
                "first_minute",
                "last_minute",
                "minutes",
                "requests",
                "closed");
        return table(
                String.join(",", columns).replace("organization_id", "organization"),
                leaks.stream()
                        .map(leak -> columns.stream()
                                .map(column -> leak.get(column).isNull()
                                        ? ""
                                        : leak.get(column).asText())
                                .collect(Collectors.joining(",")))
                        .toList());
    }

    private static String deadLetters(List<String> reasons) {
        Map<String, Long> counts =
                reasons.stream().collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        return table(
                "reason,records",
                counts.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static String row(Object... cells) {
        return java.util.Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String table(String header, List<String> rows) {
        return header + "\n" + rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }
}
