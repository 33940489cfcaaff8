/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import io.whence.domain.evidence.Calendars;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.origin.Spot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that evidence is weighed by: weights, which operators may replace, and facts about the world. */
public final class EvidenceFiles {

    private static final String FOLDER = "/io/whence/evidence/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private EvidenceFiles() {}

    /** What comes with the product. */
    public static EvidenceModel bundled() {
        return EvidenceWeights.read("evidence-weights.yaml", resource("evidence-weights.yaml"), facts());
    }

    /**
     * The weights of a file, or the bundled ones.
     *
     * @param weights a file, or null for the bundled one
     * @param prior another prior, or null for that of the weights
     * @throws org.apache.kafka.common.config.ConfigException when the file cannot be used; the message says why
     */
    public static EvidenceModel load(@Nullable Path weights, @Nullable Double prior) {
        EvidenceModel model = bundled();
        if (weights != null) {
            try {
                model = EvidenceWeights.read(weights.toString(), Files.readString(weights), model.facts());
            } catch (IOException unreadable) {
                throw new org.apache.kafka.common.config.ConfigException(
                        WhenceConfig.EVIDENCE_WEIGHTS, weights, "cannot be read: " + unreadable.getMessage());
            }
        }
        return prior == null ? model : model.withPrior(prior);
    }

    private static EvidenceModel.Facts facts() {
        Map<String, List<ZoneId>> zones = new HashMap<>();
        rows(
                "time-zones.csv",
                row -> zones.put(
                        row[0],
                        Arrays.stream(row[1].split(" ", -1)).map(ZoneId::of).toList()));
        Map<String, Spot> edges = new HashMap<>();
        rows(
                "edge-locations.csv",
                row -> edges.put(row[0], new Spot(Double.parseDouble(row[1]), Double.parseDouble(row[2]))));
        return new EvidenceModel.Facts(calendars(), zones, edges);
    }

    private static Calendars calendars() {
        Map<String, Set<LocalDate>> off = new HashMap<>();
        Map<String, Set<LocalDate>> work = new HashMap<>();
        rows("calendars.csv", row -> {
            Set<LocalDate> days = (row[1].equals("work") ? work : off).computeIfAbsent(row[0], any -> new HashSet<>());
            for (String day : row[3].split(" ", -1)) {
                days.add(LocalDate.parse(row[2] + day, DAY));
            }
        });
        return new Calendars(off, work);
    }

    private static void rows(String name, Consumer<String[]> row) {
        List<String> lines = new ArrayList<>(
                resource(name).lines().filter(line -> !line.startsWith("#")).toList());
        lines.remove(0);
        lines.forEach(line -> row.accept(line.split(",", -1)));
    }

    private static String resource(String name) {
        try (InputStream stream = EvidenceFiles.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException(FOLDER + name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
