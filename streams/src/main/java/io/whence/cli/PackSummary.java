/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.cli.PackSource.Line;
import io.whence.proof.CsvRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened, when, how often, and what was done, out of the lines of a pack.
 *
 * @param about the organization or policy in words
 * @param files the lines, by name of their file
 */
record PackSummary(String about, Map<String, List<Line>> files) {

    private List<Line> of(String file) {
        return files.getOrDefault(file, List.of());
    }

    Map<String, Object> asJson(Map<String, Object> verification) {
        List<Line> events = of(PackSource.EVENTS);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("about", about);
        summary.put("first_event_at", first(events));
        summary.put("last_event_at", last(events));
        summary.put(
                "organizations",
                distinct(events, line -> line.get("organization_id")).size());
        summary.put(
                "cases",
                distinct(events, line -> line.get("organization_id") + line.get("case_id"))
                        .size());
        summary.put("case_events_by_reason", counts(events, line -> line.get("reason")));
        summary.put(
                "notices_by_kind_and_mode",
                counts(of(PackSource.NOTICES), line -> line.get("kind") + " " + line.get("mode")));
        summary.put(
                "decisions_by_order_and_mode",
                counts(of(PackSource.DECISIONS), line -> line.get("order") + " " + line.get("mode")));
        summary.put(
                "policy_versions_used",
                counts(of(PackSource.NOTICES), line -> line.get("policy_id") + " " + line.get("policy_version")));
        summary.put("geolocation_builds", builds());
        summary.put("state_at_the_end", states(events));
        summary.put("verification", verification);
        return summary;
    }

    private List<String> builds() {
        TreeSet<String> builds = new TreeSet<>();
        for (Line notice : of(PackSource.NOTICES)) {
            notice.fields()
                    .path("geolocation_builds")
                    .forEach(build -> builds.add(build.path("source").asText() + " "
                            + build.path("built_at").asText() + " "
                            + build.path("sha256").asText()));
        }
        return List.copyOf(builds);
    }

    private static SortedMap<String, Long> counts(List<Line> lines, Function<Line, String> by) {
        return lines.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static TreeSet<String> distinct(List<Line> lines, Function<Line, String> by) {
        return lines.stream().map(by).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many chains ended in which state. */
    private static SortedMap<String, Long> states(List<Line> events) {
        Map<String, String> last = new TreeMap<>();
        events.forEach(
                event -> last.put(event.get("organization_id") + "\n" + event.get("policy_id"), event.get("to")));
        return last.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static String first(List<Line> events) {
        return events.stream()
                .map(line -> line.get("at"))
                .min(String::compareTo)
                .orElse("");
    }

    private static String last(List<Line> events) {
        return events.stream()
                .map(line -> line.get("at"))
                .max(String::compareTo)
                .orElse("");
    }

    /** The transitions as a table for people. */
    String timeline() {
        List<String> fields = List.of(
                "at",
                "organization_id",
                "policy_id",
                "sequence",
                "case_id",
                "from",
                "to",
                "reason",
                "cause",
                "actor",
                "action_id",
                "notice_ids");
        List<String> rows = new ArrayList<>();
        rows.add(CsvRow.of(fields));
        for (Line event : of(PackSource.EVENTS)) {
            rows.add(CsvRow.of(fields.stream().map(event::get).toList()));
        }
        return String.join("\r\n", rows) + "\r\n";
    }

    String words(List<String> verification) {
        List<Line> events = of(PackSource.EVENTS);
        List<String> lines = new ArrayList<>(List.of(
                "Whence: what happened with " + about,
                "",
                "When           " + first(events) + " to " + last(events) + " (event time, UTC)",
                "Organizations  "
                        + distinct(events, line -> line.get("organization_id")).size(),
                "Transitions    " + counts(events, line -> line.get("reason")),
                "Notices        " + counts(of(PackSource.NOTICES), line -> line.get("kind") + " " + line.get("mode")),
                "Orders         "
                        + counts(of(PackSource.DECISIONS), line -> line.get("order") + " " + line.get("mode")),
                "At the end     " + states(events),
                "",
                "Shadow notices and orders were for compliance alone: nobody was told, and no gateway obeyed.",
                "",
                "Verification of case-events.jsonl:"));
        verification.forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.addAll(CONTENTS);
        return lines.stream().map(Printable::of).collect(Collectors.joining("\n", "", "\n"));
    }

    private static final List<String> CONTENTS = List.of(
            "timeline.csv      every transition, for people",
            "case-events.jsonl the same as it was exported, to be checked by `whence verify`",
            "case-heads.jsonl  the signed heads of these chains; empty when nothing was signed",
            "notices.jsonl     what was told",
            "decisions.jsonl   what gateways were ordered; what stands is ordered again each day",
            "policies.jsonl    the policies, with every version",
            "summary.json      the numbers above and the geolocation builds",
            "verification.json what the check of the chains came to",
            "SHA256SUMS        checksums of all of these, for `sha256sum -c`");
}
