/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Ledger;
import io.whence.ingest.LogTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a backtest came to, in numbers, with what it rests on.
 *
 * @param policies what it judged by
 * @param geolocation what it located with
 */
public record BacktestSummary(List<RegionPolicy> policies, Geolocation geolocation) {

    /** The summary as it is written to a file; nothing in it depends on when or where it ran. */
    public Map<String, Object> of(LogTotals totals, Ledger ledger, BacktestFiles files) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("lines", totals.lines());
        summary.put("unreadable", totals.unreadable());
        summary.put("ledger", ledger(ledger));
        summary.put("requests_by_region", byRegion(files));
        summary.put("notices", noticesByKind(files));
        summary.put("leaked_requests", leaked(files));
        summary.put(
                "policies",
                policies.stream()
                        .map(policy -> Map.of(
                                "policy_id",
                                policy.id(),
                                "versions",
                                policy.versions().stream()
                                        .map(PolicyVersion::version)
                                        .toList()))
                        .toList());
        summary.put("demo_geolocation", geolocation.demo());
        summary.put(
                "geolocation",
                geolocation.builds().stream().map(BacktestSummary::build).toList());
        return summary;
    }

    private static Map<String, Object> ledger(Ledger ledger) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("consumed", ledger.consumed());
        entries.put("tallied", ledger.tallied());
        entries.put("duplicate", ledger.duplicate());
        entries.put("late", ledger.late());
        entries.put("filtered", ledger.filtered());
        entries.put("dead_lettered", ledger.deadLettered());
        entries.put("unproven_forwarding", ledger.unprovenForwarding());
        entries.put("imbalance", ledger.imbalance());
        return entries;
    }

    private static Map<String, Long> byRegion(BacktestFiles files) {
        return files.traffic().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().split(",", -1)[1],
                        TreeMap::new,
                        Collectors.summingLong(Map.Entry::getValue)));
    }

    private static Map<String, Long> noticesByKind(BacktestFiles files) {
        return files.notices().stream()
                .collect(Collectors.groupingBy(notice -> notice.kind().name(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> leaked(BacktestFiles files) {
        return files.leaks().stream()
                .collect(Collectors.groupingBy(
                        leak -> leak.get("gateway").asText(),
                        TreeMap::new,
                        Collectors.summingLong(leak -> leak.get("requests").asLong())));
    }

    private static Map<String, String> build(DatabaseBuild build) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("source", build.source());
        fields.put("built_at", build.builtAt().toString());
        fields.put("sha256", build.sha256());
        return fields;
    }

    /** The summary for a person at a screen. */
    public List<String> lines(LogTotals totals, Ledger ledger, BacktestFiles files) {
        List<String> lines = new ArrayList<>();
        if (geolocation.demo()) {
            lines.add("DEMO DATA: located with the bundled GeoLite2 of November 2019; nobody is to be told.");
        }
        lines.add(totals.lines() + " lines, " + totals.unreadable() + " unreadable; " + ledger.tallied()
                + " requests counted, " + ledger.duplicate() + " duplicate, " + ledger.late() + " late, "
                + ledger.filtered() + " filtered, " + ledger.deadLettered() + " refused");
        lines.add("regions: " + byRegion(files));
        lines.add("notices: " + noticesByKind(files));
        if (!files.leaks().isEmpty()) {
            lines.add("served after a refusal took effect, by gateway: " + leaked(files));
        }
        files.notices()
                .forEach(notice -> lines.add("  " + notice.issuedAt() + "  " + notice.organizationId() + "  "
                        + notice.kind() + " " + notice.classification() + "  " + notice.summary()));
        return lines;
    }
}
