/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.evidence.Explanation;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.LocationReliability;
import io.whence.domain.evidence.Weight;
import io.whence.domain.origin.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/** Reads a file of weights. It must name every weight, no other, and a source for each. */
final class EvidenceWeights {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String VALUE = "value";
    private static final int HOURS = 24;

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private EvidenceWeights(JsonNode root) {
        this.root = root;
    }

    static EvidenceModel read(String name, String yaml, EvidenceModel.Facts facts) {
        try {
            EvidenceWeights weights = new EvidenceWeights(YAML.readTree(yaml));
            return weights.model(facts);
        } catch (JsonProcessingException broken) {
            throw refused(name, "not readable as YAML: " + broken.getOriginalMessage());
        } catch (IllegalArgumentException unusable) {
            throw refused(name, String.valueOf(unusable.getMessage()));
        }
    }

    private static ConfigException refused(String name, String why) {
        return new ConfigException(name + ": " + why);
    }

    private EvidenceModel model(EvidenceModel.Facts facts) {
        Map<Weight, Double> weights = weights();
        Map<Family, EvidenceModel.Bounds> families = new EnumMap<>(Family.class);
        each(
                "families",
                (family, row) -> families.put(
                        Family.valueOf(family), new EvidenceModel.Bounds(number(row, "least"), number(row, "most"))));
        Map<String, LocationReliability> reliability = new LinkedHashMap<>();
        each("reliability", (region, row) -> reliability.put(region, reliability(row)));
        Map<String, Map<Explanation, Double>> fits = new LinkedHashMap<>();
        each("explanations", (code, row) -> fits.put(code, fit(row)));
        List<Double> dayShape = dayShape();
        double prior = number(sourced("prior", root.path("prior")), VALUE);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new EvidenceModel(
                root.path("version").asText("unnamed"),
                prior,
                weights,
                families,
                reliability,
                suspects(),
                dayShape,
                homes(),
                fits,
                facts);
    }

    private Map<Long, Region> homes() {
        Map<Long, Region> homes = new LinkedHashMap<>();
        each(
                "home_jurisdictions",
                (region, row) -> row.path(VALUE).forEach(number -> homes.put(number.asLong(), new Region(region))));
        return homes;
    }

    private Map<String, Double> suspects() {
        Map<String, Double> suspects = new LinkedHashMap<>();
        each("suspects", (region, row) -> suspects.put(region, number(row, VALUE)));
        return suspects;
    }

    private Map<Weight, Double> weights() {
        Map<Weight, Double> weights = new EnumMap<>(Weight.class);
        JsonNode section = root.path("weights");
        for (Weight weight : Weight.values()) {
            JsonNode row = section.path(weight.key());
            if (row.isMissingNode()) {
                problems.add("weights." + weight.key() + " is missing");
            } else {
                weights.put(weight, number(sourced("weights." + weight.key(), row), VALUE));
            }
        }
        Set<String> known = Arrays.stream(Weight.values()).map(Weight::key).collect(Collectors.toSet());
        section.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add("weights." + name + " is no weight");
            }
        });
        return weights;
    }

    private List<Double> dayShape() {
        List<Double> shape = new ArrayList<>();
        sourced("day_shape", root.path("day_shape")).path(VALUE).forEach(share -> shape.add(share.asDouble()));
        if (shape.size() != HOURS || shape.stream().anyMatch(share -> share <= 0)) {
            problems.add("day_shape: expected " + HOURS + " shares above 0");
        }
        return shape;
    }

    private LocationReliability reliability(JsonNode row) {
        return new LocationReliability(
                row.path("wrong").path(0).asDouble(),
                row.path("wrong").path(1).asDouble(),
                row.path("most").path(0).asDouble(),
                row.path("most").path(1).asDouble());
    }

    private static Map<Explanation, Double> fit(JsonNode row) {
        Map<Explanation, Double> fit = new EnumMap<>(Explanation.class);
        row.properties().forEach(entry -> {
            if (!entry.getKey().equals("source")) {
                fit.put(Explanation.valueOf(entry.getKey()), entry.getValue().asDouble());
            }
        });
        return fit;
    }

    private void each(String section, BiConsumer<String, JsonNode> row) {
        root.path(section)
                .properties()
                .forEach(
                        entry -> row.accept(entry.getKey(), sourced(section + "." + entry.getKey(), entry.getValue())));
    }

    private JsonNode sourced(String path, JsonNode row) {
        if (row.path("source").asText("").isBlank()) {
            problems.add(path + " names no source");
        }
        return row;
    }

    private double number(JsonNode row, String name) {
        JsonNode number = row.path(name);
        if (!number.isNumber()) {
            problems.add(name + ": '" + number.asText() + "' is not a number");
        }
        return number.asDouble();
    }
}
