/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.http.Json;
import io.whence.score.Curves;
import io.whence.score.Isotonic;
import io.whence.score.Platt;
import io.whence.score.ReliabilityDiagram;
import io.whence.score.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence calibrate}: whether probabilities are right, and how to put them right. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the probabilities of assessments against cases that people have reviewed, and says how to correct"
                    + " them: a straight line through the log-odds (Platt), and steps (isotonic) from 500 reviewed cases"
                    + " on.",
            "",
            "Writes calibration.json and reliability.svg. Corrected figures are taken on cases that the correction was"
                    + " not fitted to (five parts). Reviewed cases are rarely a fair draw: those that were warned are"
                    + " reviewed more often, and the correction holds for such cases only.",
            "",
            "Exit code: 0 done, 1 a file cannot be read, 2 wrong usage.",
            ""
        },
        footer = {"", "Example:", "  whence calibrate --results result --reviewed reviewed.jsonl --out calibration"})
final class CalibrateCommand implements Callable<Integer> {

    private static final int PARTS = 5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            required = true,
            description = "Folder with assessments.jsonl, as a backtest writes it.")
    private Path results;

    @Option(
            names = "--reviewed",
            paramLabel = "FILE",
            required = true,
            description = "JSON lines with organization_id and violator, true or false; truth.jsonl of a simulation is"
                    + " such a file.")
    private Path reviewed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            List<Sample> samples = samples();
            long positives = samples.stream().filter(Sample::positive).count();
            if (positives < PARTS || samples.size() - positives < PARTS) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--reviewed: at least " + PARTS + " violators and as many clean organizations that were"
                                + " assessed are needed, not " + positives + " and " + (samples.size() - positives));
            }
            write(samples);
            return 0;
        } catch (IOException failed) {
            spec.commandLine().getErr().println("whence: " + failed);
            return 1;
        }
    }

    private List<Sample> samples() throws IOException {
        Map<String, Double> said = ScoreFiles.lastProbabilities(results);
        List<Sample> samples = new ArrayList<>();
        ScoreFiles.lines(reviewed, line -> {
            Double probability = said.get(line.path("organization_id").asText());
            JsonNode violator = line.path("violator");
            if (probability != null && violator.isBoolean()) {
                samples.add(new Sample(probability, violator.asBoolean(), 1));
            }
        });
        return samples;
    }

    private void write(List<Sample> samples) throws IOException {
        Platt platt = Platt.fit(samples);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("reviewed", samples.size());
        found.put("as_said", quality(samples));
        found.put("platt", Map.of("slope", platt.slope(), "shift_decibans", 10 / Math.log(10) * platt.shift()));
        found.put("corrected_by_platt", quality(corrected(samples, part -> Platt.fit(part)::of)));
        if (samples.size() >= Isotonic.ENOUGH) {
            found.put("isotonic", Isotonic.fit(samples).steps());
            found.put("corrected_by_isotonic", quality(corrected(samples, part -> Isotonic.fit(part)::of)));
        }
        Files.createDirectories(out);
        String structured = Json.pretty(found);
        Files.writeString(out.resolve("calibration.json"), structured + '\n');
        Files.writeString(
                out.resolve("reliability.svg"),
                new ReliabilityDiagram(samples, "Probabilities of " + samples.size() + " reviewed cases").svg());
        spec.commandLine().getOut().println(json ? structured : words(found, platt));
    }

    /** Each fifth corrected by what the other four say. */
    private static List<Sample> corrected(
            List<Sample> samples, Function<List<Sample>, Function<Double, Double>> fitting) {
        List<Sample> corrected = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int own = part;
            Function<Double, Double> correction = fitting.apply(IntStream.range(0, samples.size())
                    .filter(i -> i % PARTS != own)
                    .mapToObj(samples::get)
                    .toList());
            for (int i = own; i < samples.size(); i += PARTS) {
                Sample sample = samples.get(i);
                corrected.add(new Sample(correction.apply(sample.score()), sample.positive(), 1));
            }
        }
        return corrected;
    }

    private static Map<String, Double> quality(List<Sample> samples) {
        Map<String, Double> quality = new LinkedHashMap<>();
        quality.put("calibration_error", Curves.calibrationError(samples));
        quality.put("brier", Curves.brier(samples));
        quality.put("brier_skill", Curves.brierSkill(samples));
        return quality;
    }

    private String words(Map<String, Object> found, Platt platt) {
        return String.format(
                Locale.ROOT,
                "%s reviewed cases%nas said: %s%ncorrected by Platt: %s%nlog-odds times %.3f, and %+.2f decibans"
                        + " on the prior%nwritten to %s",
                found.get("reviewed"),
                found.get("as_said"),
                found.get("corrected_by_platt"),
                platt.slope(),
                10 / Math.log(10) * platt.shift(),
                out);
    }
}
