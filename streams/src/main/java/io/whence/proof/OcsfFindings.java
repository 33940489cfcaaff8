/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.RegionTraffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cases as events of the class Compliance Finding (2003) of the Open Cybersecurity Schema Framework 1.8: one event for
 * each transition, one finding for each case. Names of organizations are left out, so that what was exported need not
 * be erased.
 */
public final class OcsfFindings {

    /** The version of the schema. */
    public static final String VERSION = "1.8.0";

    private static final int CATEGORY = 2;
    private static final int CLASS = 2003;
    private static final List<String> ACTIVITIES = List.of("Unknown", "Create", "Update", "Close");
    private static final int CREATE = 1;
    private static final int UPDATE = 2;
    private static final int CLOSE = 3;

    private static final Comparator<CaseEvent> BY_TIME = Comparator.comparing(CaseEvent::at)
            .thenComparing(CaseEvent::organizationId)
            .thenComparing(CaseEvent::policyId)
            .thenComparing(CaseEvent::sequence);

    private final Map<String, Notice> notices;
    private final Map<String, Instant> created = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    private OcsfFindings(Collection<Notice> notices) {
        this.notices =
                notices.stream().collect(Collectors.toMap(Notice::noticeId, Function.identity(), (one, same) -> one));
    }

    /**
     * The events, in the order of time, whatever order they come in. Transitions outside a case, such as the freeze of
     * an organization that nothing is held against, are no findings; one that comes twice counts once.
     *
     * @return each as names and values to be written as JSON; the same input gives the same output
     */
    public static List<Map<String, Object>> of(Collection<CaseEvent> events, Collection<Notice> notices) {
        OcsfFindings findings = new OcsfFindings(notices);
        Set<String> seen = new HashSet<>();
        List<Map<String, Object>> all = new ArrayList<>();
        events.stream()
                .filter(event -> !event.caseId().isBlank() && seen.add(event.hash()))
                .sorted(BY_TIME)
                .forEach(event -> all.add(findings.finding(event)));
        return all;
    }

    private int activity(CaseEvent event) {
        if (created.putIfAbsent(event.caseId(), event.at()) == null) {
            return CREATE;
        }
        boolean over = event.to().equals("LIFTED") || event.to().equals("CLEAR");
        return over && closed.add(event.caseId()) ? CLOSE : UPDATE;
    }

    private Map<String, Object> finding(CaseEvent event) {
        OcsfStatus status = OcsfStatus.of(event);
        List<Notice> told = event.noticeIds().stream()
                .flatMap(id -> Stream.ofNullable(notices.get(id)))
                .toList();
        Map<String, Object> finding = classified(activity(event));
        finding.put("time", event.at().toEpochMilli());
        finding.put("severity_id", status.severityId());
        finding.put("severity", status.severity());
        finding.put("status_id", status.statusId());
        finding.put("status", status.status());
        finding.put("message", event.from() + " to " + event.to() + ": " + event.cause());
        finding.put("metadata", metadata(event));
        finding.put("finding_info", info(event, told));
        finding.put("compliance", compliance(event, status, told));
        finding.put("resources", List.of(named("uid", event.organizationId(), "type", "Organization")));
        if (!told.isEmpty()) {
            finding.put("remediation", Map.of("desc", last(told).remedy()));
            finding.put("confidence_score", Math.round(100 * last(told).probability()));
        }
        finding.put("unmapped", unmapped(event, told));
        return finding;
    }

    private static Map<String, Object> classified(int activity) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("activity_id", activity);
        finding.put("activity_name", ACTIVITIES.get(activity));
        finding.put("category_uid", CATEGORY);
        finding.put("category_name", "Findings");
        finding.put("class_uid", CLASS);
        finding.put("class_name", "Compliance Finding");
        finding.put("type_uid", CLASS * 100 + activity);
        finding.put("type_name", "Compliance Finding: " + ACTIVITIES.get(activity));
        return finding;
    }

    private static Map<String, Object> metadata(CaseEvent event) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("version", VERSION);
        metadata.put("product", named("name", "Whence", "vendor_name", "Whence"));
        metadata.put("uid", event.hash());
        metadata.put("event_code", event.reason());
        metadata.put("log_name", "case-events");
        metadata.put("original_time", event.at().toString());
        metadata.put("sequence", event.sequence());
        return metadata;
    }

    private Map<String, Object> info(CaseEvent event, List<Notice> told) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", event.caseId());
        info.put("title", "Requests from regions that " + event.policyId() + " does not support");
        info.put("desc", told.isEmpty() ? event.cause() : last(told).summary());
        info.put("types", List.of("Unsupported region"));
        info.put(
                "created_time", created.getOrDefault(event.caseId(), event.at()).toEpochMilli());
        info.put("modified_time", event.at().toEpochMilli());
        List<RegionTraffic> regions =
                told.stream().flatMap(notice -> notice.regions().stream()).toList();
        regions.stream()
                .map(RegionTraffic::firstSeen)
                .min(Instant::compareTo)
                .ifPresent(first -> info.put("first_seen_time", first.toEpochMilli()));
        regions.stream()
                .map(RegionTraffic::lastSeen)
                .max(Instant::compareTo)
                .ifPresent(last -> info.put("last_seen_time", last.toEpochMilli()));
        return info;
    }

    private static Map<String, Object> compliance(CaseEvent event, OcsfStatus status, List<Notice> told) {
        Map<String, Object> compliance = new LinkedHashMap<>();
        compliance.put(
                "standards",
                List.of(told.isEmpty() ? event.policyId() : last(told).policyTitle()));
        compliance.put(
                "control",
                told.isEmpty()
                        ? event.policyId()
                        : event.policyId() + " version " + last(told).policyVersion());
        compliance.put("requirements", List.of("Requests come from supported regions only"));
        compliance.put("status_id", status.complianceId());
        compliance.put("status", status.result());
        compliance.put("status_code", event.to());
        compliance.put("status_details", List.of(event.reason()));
        return compliance;
    }

    private static Map<String, Object> unmapped(CaseEvent event, List<Notice> told) {
        Map<String, Object> unmapped = new LinkedHashMap<>();
        unmapped.put("policy_id", event.policyId());
        unmapped.put("from", event.from());
        unmapped.put("to", event.to());
        unmapped.put("actor", event.actor());
        if (event.actionId() != null) {
            unmapped.put("action_id", event.actionId());
        }
        unmapped.put("previous_hash", event.previousHash());
        unmapped.put("notices", told.stream().map(OcsfFindings::notice).toList());
        return unmapped;
    }

    private static Map<String, Object> notice(Notice notice) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("notice_id", notice.noticeId());
        told.put("kind", notice.kind().name());
        told.put("mode", notice.mode().name());
        told.put("classification", notice.classification().name());
        told.put("effective_at", notice.effectiveAt().toString());
        told.put("score_decibans", notice.scoreDecibans());
        told.put(
                "regions",
                notice.regions().stream()
                        .map(traffic -> {
                            Map<String, Object> region = named(
                                    "region",
                                    traffic.region().code(),
                                    "standing",
                                    traffic.standing().name());
                            region.put("requests", traffic.requests());
                            return region;
                        })
                        .toList());
        return told;
    }

    private static Notice last(List<Notice> told) {
        return told.get(told.size() - 1);
    }

    private static Map<String, Object> named(String one, String value, String other, String otherValue) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(one, value);
        both.put(other, otherValue);
        return both;
    }
}
