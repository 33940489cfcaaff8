/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.score.Outcome;
import io.whence.score.Subject;
import io.whence.score.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what a simulation knows and what a backtest said. */
final class ScoreFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a backtest said of one organization, while it is read. */
    private static final class Said {
        private @Nullable LocalDate warned;
        private @Nullable LocalDate enforced;
        private @Nullable String classification;
        private List<String> reasons = List.of();
        private final Set<String> advisories = new HashSet<>();
        private final List<Assessed> days = new ArrayList<>();

        private Verdict verdict() {
            days.sort(Comparator.comparing(Assessed::at));
            String last = days.isEmpty() ? null : days.get(days.size() - 1).explanation();
            List<Double> probabilities =
                    days.stream().map(Assessed::probability).toList();
            return new Verdict(warned, enforced, classification, reasons, advisories, last, probabilities);
        }
    }

    private record Assessed(
            Instant at, double probability, @Nullable String explanation) {}

    private ScoreFiles() {}

    static List<Subject> subjects(Path truth) throws IOException {
        List<Subject> subjects = new ArrayList<>();
        lines(truth, line -> subjects.add(subject(line)));
        return subjects;
    }

    private static Subject subject(JsonNode line) {
        Set<String> regions = new HashSet<>();
        line.get("true_regions").forEach(day -> day.fieldNames().forEachRemaining(regions::add));
        return new Subject(
                line.get("organization_id").asText(),
                line.get("archetype").asText(),
                textOf(line, "variant"),
                line.get("violator").asBoolean(),
                line.get("edge").asBoolean(),
                line.get("framed").asBoolean(),
                line.get("first_violating_day").isNull()
                        ? null
                        : LocalDate.parse(line.get("first_violating_day").asText()),
                LocalDate.parse(line.get("observed_from").asText()),
                LocalDate.parse(line.get("observed_until").asText()),
                regions,
                new HashSet<>(texts(line.get("facts"))));
    }

    /** What the files of a backtest say of each organization. */
    static List<Outcome> outcomes(List<Subject> subjects, Path results) throws IOException {
        Map<String, Said> said = new HashMap<>();
        subjects.forEach(subject -> said.put(subject.organizationId(), new Said()));
        lines(results.resolve("notices.jsonl"), line -> notice(line, of(said, line)));
        lines(results.resolve("decisions.jsonl"), line -> decision(line, of(said, line)));
        lines(results.resolve("assessments.jsonl"), line -> assessment(line, of(said, line)));
        return subjects.stream()
                .map(subject -> new Outcome(
                        subject,
                        said.getOrDefault(subject.organizationId(), new Said()).verdict()))
                .toList();
    }

    /** The probability of the last assessment of each organization. */
    static Map<String, Double> lastProbabilities(Path results) throws IOException {
        Map<String, Said> said = new HashMap<>();
        lines(results.resolve("assessments.jsonl"), line -> assessment(line, of(said, line)));
        Map<String, Double> last = new HashMap<>();
        said.forEach((organization, of) -> last.put(organization, of.verdict().last()));
        return last;
    }

    private static Said of(Map<String, Said> said, JsonNode line) {
        return said.computeIfAbsent(line.get("organization_id").asText(), each -> new Said());
    }

    private static void notice(JsonNode line, Said said) {
        LocalDate day = day(line, "issued_at");
        switch (line.get("kind").asText()) {
            case "WARNING" -> {
                if (said.warned == null || day.isBefore(said.warned)) {
                    said.warned = day;
                    said.classification = line.get("classification").asText();
                    said.reasons = reasons(line.get("reasons"));
                }
            }
            case "ENFORCEMENT" -> said.enforced = earlier(said.enforced, day);
            case "ADVISORY" -> said.advisories.add(line.get("classification").asText());
            default -> {}
        }
    }

    /** Codes of what weighs against the organization; heaviest first, the prior left out. */
    private static List<String> reasons(JsonNode reasons) {
        return StreamSupport.stream(reasons.spliterator(), false)
                .filter(reason -> reason.get("weight_decibans").asDouble() > 0)
                .sorted((one, other) -> Double.compare(
                        other.get("weight_decibans").asDouble(),
                        one.get("weight_decibans").asDouble()))
                .map(reason -> reason.get("code").asText())
                .filter(code -> !code.equals("PRIOR"))
                .toList();
    }

    private static void decision(JsonNode line, Said said) {
        if (line.get("order").asText().equals("REFUSE")) {
            said.enforced = earlier(said.enforced, day(line, "issued_at"));
        }
    }

    private static void assessment(JsonNode line, Said said) {
        JsonNode explanations = line.get("explanations");
        said.days.add(new Assessed(
                Instant.parse(line.get("at").asText()),
                line.get("probability").asDouble(),
                explanations.isEmpty()
                        ? null
                        : explanations.get(0).get("classification").asText()));
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static LocalDate day(JsonNode line, String field) {
        return LocalDate.ofInstant(Instant.parse(line.get(field).asText()), ZoneOffset.UTC);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static @Nullable String textOf(JsonNode line, String field) {
        JsonNode value = line.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** Reads a file of JSON lines. */
    static void lines(Path file, Consumer<JsonNode> each) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    each.accept(JSON.readTree(line));
                }
            }
        }
    }
}
