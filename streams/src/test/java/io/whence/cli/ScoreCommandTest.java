/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void oneDirectViolatorWarnedAndFiveOfficesLeftAlone() throws IOException {
        List<String> truth = new ArrayList<>(List.of(truth("org-direct", "DIRECT", true)));
        List<String> assessments = new ArrayList<>(List.of(assessment("org-direct", 0.9995)));
        for (int i = 0; i < 5; i++) {
            truth.add(truth("org-office" + i, "OFFICE", false));
            assessments.add(assessment("org-office" + i, 0.001));
            truth.add(truth("org-leak" + i, "LEAK", true));
            assessments.add(assessment("org-leak" + i, 0.4));
        }
        Files.write(folder.resolve("truth.jsonl"), truth);
        Files.write(folder.resolve("assessments.jsonl"), assessments);
        Files.write(folder.resolve("notices.jsonl"), List.of("""
                {"organization_id":"org-direct","kind":"WARNING","classification":"DIRECT",\
                "issued_at":"2024-09-12T06:00:00Z","reasons":[\
                {"code":"PRIOR","weight_decibans":-20.0},{"code":"DIRECT_EGRESS_CN","weight_decibans":33.0}]}"""));
        Files.write(folder.resolve("decisions.jsonl"), List.of());
    }

    @Test
    void tableHoldsWhatWasMeasuredAgainstWhatIsToBeReached() {
        int code = run("score", "--truth", file("truth.jsonl"), "--results", folder.toString(), "--bootstrap", "20");

        assertThat(err.toString()).isEmpty();
        assertThat(code).as("leaks are missed").isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("recall at 1.5: direct +- +0.950 +0.980 +1 +\\[1, 1] +aim")
                .containsPattern("  leak +- +0.950 +0.970 +0 +\\[0, 0] +no")
                .containsPattern("median days to warning: direct +- +4 +2 +3 +\\[3, 3] +reach")
                .containsPattern("warnings with true top reasons +- +0.970 +0.990 +1 ");
    }

    @Test
    void jsonNamesEveryFigureAndIsWrittenAsAFile() throws IOException {
        run(
                "score",
                "--truth",
                file("truth.jsonl"),
                "--results",
                folder.toString(),
                "--bootstrap",
                "20",
                "--json",
                "--out",
                file("score"));

        JsonNode printed = new ObjectMapper().readTree(out.toString());
        assertThat(printed.get("figures").findValuesAsText("key"))
                .contains("auc_pr", "recall_direct", "clean_enforced");
        assertThat(folder.resolve("score/score.json")).hasContent(out.toString().strip());
        assertThat(folder.resolve("score/score.txt")).content().contains("worst clean class");
    }

    @Test
    void truthAndResultsMustBeAsMany() {
        assertThat(run("score", "--truth", file("truth.jsonl"), file("truth.jsonl"), "--results", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("must be as many");
    }

    /** Ten clean organizations of 42 days are 14 months; one of them was warned. */
    @Test
    void severalSimulationsArePooledEachWithItsOwnResults() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        for (String file : List.of("truth.jsonl", "assessments.jsonl", "decisions.jsonl")) {
            Files.copy(folder.resolve(file), other.resolve(file));
        }
        String warning = Files.readString(folder.resolve("notices.jsonl"));
        Files.writeString(other.resolve("notices.jsonl"), warning.replace("org-direct", "org-office0"));

        run(
                "score",
                "--truth",
                file("truth.jsonl"),
                file("other/truth.jsonl"),
                "--results",
                folder.toString(),
                other.toString(),
                "--bootstrap",
                "20");

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("22 organizations, 12 of them violators", "; 14 clean organization-months")
                .containsPattern("false warnings per 1000 clean a month +- +1.500 +0.500 +71.4");
    }

    @Test
    void calibrationTellsHowFarOffProbabilitiesAre() throws IOException {
        int code = run(
                "calibrate", "--results", folder.toString(), "--reviewed", file("truth.jsonl"), "--out", file("fit"));

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode found = new ObjectMapper()
                .readTree(folder.resolve("fit/calibration.json").toFile());
        assertThat(found.get("reviewed").asInt()).isEqualTo(11);
        // (.0005^2 + 5 * .001^2 + 5 * .6^2) / 11
        assertThat(found.at("/as_said/brier").asDouble()).isBetween(0.16363, 0.16365);
        assertThat(folder.resolve("fit/reliability.svg")).content().startsWith("<svg");
    }

    @Test
    void tooFewReviewedCasesAreRefused() throws IOException {
        Files.write(folder.resolve("few.jsonl"), List.of(truth("org-direct", "DIRECT", true)));

        assertThat(run(
                        "calibrate",
                        "--results",
                        folder.toString(),
                        "--reviewed",
                        file("few.jsonl"),
                        "--out",
                        file("fit")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("at least 5 violators");
    }

    private int run(String... arguments) {
        Object command = arguments[0].equals("score") ? new ScoreCommand() : new CalibrateCommand();
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String truth(String organization, String archetype, boolean violator) {
        return """
                {"organization_id":"%s","archetype":"%s","variant":null,"violator":%s,"first_violating_day":%s,\
                "framed":false,"edge":false,"observed_from":"2024-09-09","observed_until":"2024-10-20",\
                "facts":["DIRECT_EGRESS"],"true_regions":{"2024-09-09":{"%s":3}}}""".replaceFirst("%s", organization)
                .replaceFirst("%s", archetype)
                .replaceFirst("%s", String.valueOf(violator))
                .replaceFirst("%s", violator ? "\"2024-09-09\"" : "null")
                .replaceFirst("%s", violator ? "CN" : "US");
    }

    private static String assessment(String organization, double probability) {
        return "{\"organization_id\":\"" + organization + "\",\"at\":\"2024-10-20T06:00:00Z\",\"probability\":"
                + probability + ",\"explanations\":[{\"classification\":\"DIRECT\",\"probability\":1.0}]}";
    }
}
