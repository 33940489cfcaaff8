/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import io.whence.domain.policy.RegionPolicy;
import io.whence.proof.SigningKey;
import io.whence.wire.Contracts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Collects what a backtest wrote and puts it into files, in an order that does not depend on the order of the input.
 */
public final class BacktestFiles {

    private static final Comparator<Notice> BY_TIME = Comparator.comparing(Notice::issuedAt)
            .thenComparing(Notice::organizationId)
            .thenComparing(Notice::policyId)
            .thenComparing(Notice::noticeId);

    private static final Comparator<CaseEvent> BY_CHAIN = Comparator.comparing(CaseEvent::organizationId)
            .thenComparing(CaseEvent::policyId)
            .thenComparing(CaseEvent::sequence);

    /** What tells a leak from every other, the day first. */
    private static final List<String> LEAK_NAMES = List.of(
            "day",
            "organization_id",
            "gateway",
            "policy_id",
            "scope",
            "region",
            "api_key_id",
            "project_id",
            "refused_since");

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final List<Notice> notices = new ArrayList<>();
    private final List<EnforcementDecision> decisions = new ArrayList<>();
    private final List<String> assessments = new ArrayList<>();
    private final List<CaseEvent> caseEvents = new ArrayList<>();
    private final Map<String, JsonNode> leaks = new TreeMap<>();
    private final List<String> deadLetters = new ArrayList<>();
    private final Map<String, Long> traffic = new TreeMap<>();

    /** Takes what a backtest wrote. */
    public void add(BacktestResults results) throws IOException {
        notices.addAll(results.notices());
        decisions.addAll(results.decisions());
        assessments.addAll(results.assessments());
        caseEvents.addAll(results.caseEvents());
        results.deadLetters().forEach(dead -> deadLetters.add(Contracts.DEAD_LETTER.toJson(dead)));
        for (String leak : results.leaks()) {
            JsonNode fields = json.readTree(leak);
            leaks.put(
                    LEAK_NAMES.stream().map(name -> fields.get(name).asText()).collect(Collectors.joining("/")),
                    fields);
        }
        for (String tally : results.traffic()) {
            JsonNode fields = json.readTree(tally);
            String place = fields.get("organization_id").asText()
                    + ','
                    + fields.get("region").asText()
                    + ','
                    + fields.get("day").asText();
            traffic.merge(place, fields.get("requests").asLong(), Long::sum);
        }
    }

    /** All notices so far, in the order of time. */
    public List<Notice> notices() {
        notices.sort(BY_TIME);
        return Collections.unmodifiableList(notices);
    }

    /** All orders to gateways so far, in the order of time. */
    public List<EnforcementDecision> decisions() {
        decisions.sort(Comparator.comparing(EnforcementDecision::issuedAt).thenComparing(EnforcementDecision::key));
        return Collections.unmodifiableList(decisions);
    }

    /** What gateways served although it was to be refused: the last word on each day, in the order of days. */
    public List<JsonNode> leaks() {
        return List.copyOf(leaks.values());
    }

    /** Requests by organization, region and day, each as {@code organization_id,region,day}. */
    public Map<String, Long> traffic() {
        return Collections.unmodifiableMap(traffic);
    }

    /** Writes the policies that were judged by, with every version. */
    public void writePolicies(Path folder, Collection<RegionPolicy> policies) throws IOException {
        lines(
                folder,
                "policies.jsonl",
                policies.stream()
                        .sorted(Comparator.comparing(RegionPolicy::id))
                        .map(Contracts.REGION_POLICY::toJson)
                        .toList());
    }

    /** Writes where each chain of case events has come to, signed. */
    public void writeHeads(Path folder, SigningKey key) throws IOException {
        Map<String, CaseHead> heads = new TreeMap<>();
        caseEvents.stream().sorted(BY_CHAIN).map(CaseHead::of).forEach(head -> heads.put(head.key(), head));
        lines(
                folder,
                "case-heads.jsonl",
                heads.values().stream()
                        .map(key::sign)
                        .map(Contracts.CASE_HEAD::toJson)
                        .toList());
    }

    /** Writes the files into a folder, which is made when it is not there. */
    public void write(Path folder, Map<String, ?> summary) throws IOException {
        Files.createDirectories(folder);
        Collections.sort(assessments);
        caseEvents.sort(BY_CHAIN);
        lines(
                folder,
                "notices.jsonl",
                notices().stream().map(Contracts.NOTICE::toJson).toList());
        lines(
                folder,
                "decisions.jsonl",
                decisions().stream().map(Contracts.ENFORCEMENT_DECISION::toJson).toList());
        lines(folder, "leaks.jsonl", leaks().stream().map(JsonNode::toString).toList());
        lines(folder, "assessments.jsonl", assessments);
        lines(
                folder,
                "case-events.jsonl",
                caseEvents.stream().map(Contracts.CASE_EVENT::toJson).toList());
        lines(folder, "dead-letters.jsonl", deadLetters);
        List<String> rows = new ArrayList<>(List.of("organization_id,region,day,requests"));
        traffic.forEach((place, requests) -> rows.add(place + ',' + requests));
        lines(folder, "regional-traffic.csv", rows);
        lines(folder, "summary.json", List.of(json.writeValueAsString(summary)));
    }

    private static void lines(Path folder, String name, Collection<String> lines) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8)) {
            for (String line : lines) {
                file.write(line);
                file.write('\n');
            }
        }
    }
}
