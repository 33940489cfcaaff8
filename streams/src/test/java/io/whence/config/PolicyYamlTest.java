/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Enforcement;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyProblem;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import io.whence.domain.policy.Visits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyYamlTest {
    private static final String SMALLEST =
            PolicyText.with("default: unsupported", "supported:", "  - DE", "  - NO", "unsupported: [HK, MO, AQ, EH]");

    @Test
    void readsTheSmallestPolicyWithItsDefaults() {
        var version = read(SMALLEST).compile().orThrow().versions().get(0);

        assertThat(version.mode()).isEqualTo(PolicyMode.SHADOW);
        assertThat(version.thresholds()).isEqualTo(Thresholds.DEFAULT);
        assertThat(version.announcedAt()).isEqualTo("2024-06-24T00:00:00Z");
        assertThat(version.grace()).isEqualTo(Duration.ofDays(15));
        assertThat(version.enforcement()).isEqualTo(Enforcement.ofGrace(Duration.ofDays(15)));
        assertThat(version.products()).as("all").isEmpty();
        assertThat(version.approvedBy()).isEmpty();
        assertThat(version.rules().countriesOf(Standing.SUPPORTED))
                .as("Norway is not false, and Bouvet Island and Svalbard follow it")
                .extracting(Region::code)
                .containsExactly("BV", "DE", "NO", "SJ");
    }

    @Test
    void readsWhatIsNotADefault() {
        var version = read(SMALLEST + """
                    approvals: 0
                    reminder: PT12H
                    clean_period: P7D
                    probation: P0D
                    database_age: P30D
                    visits: refused
                    products: [images, chat]
                    approved_by: [" Jane Doe ", 'no']
                """).compile().orThrow().versions().get(0);

        assertThat(version.enforcement())
                .isEqualTo(new Enforcement(
                        Duration.ofDays(15),
                        0,
                        Duration.ofHours(12),
                        Duration.ofDays(7),
                        Duration.ZERO,
                        Duration.ofDays(30),
                        Visits.REFUSED));
        assertThat(version.products()).containsExactly("chat", "images");
        assertThat(version.approvedBy()).containsExactly("Jane Doe", "no");
    }

    @Test
    void namesTheLineOfEachProblem() {
        var file = read(SMALLEST.replace("- DE", "- UK").replace("    grace: P15D\n", ""));

        assertThat(file.compile().problems())
                .extracting(file::describe)
                .containsExactly(
                        "policy.yaml:3: versions[0].grace: missing; write a duration of zero or more like 'P15D'",
                        "policy.yaml:11: versions[0].supported[0]: unknown region 'UK', did you mean 'GB'?");
    }

    @Test
    void refusesUnknownKeysAndSaysWhatTheyMayMean() {
        var file = read(SMALLEST.replace("title:", "titel:") + "owner: me\n");

        assertThat(file.compile().problems())
                .extracting(file::describe)
                .containsExactly(
                        "policy.yaml:3: versions[0].title: missing; write a text like"
                                + " 'Regions in which the API is supported'",
                        "policy.yaml:4: versions[0].titel: unknown key, did you mean 'title'?",
                        "policy.yaml:15: owner: unknown key; there are id, versions");
    }

    @Test
    void saysOnceWhatHasTheWrongShape() {
        var file = read(SMALLEST.replace("supported:\n      - DE\n      - NO\n", "supported: DE\n")
                .replace("grace: P15D", "grace: [P15D]\n    thresholds: {days: [4]}"));

        assertThat(file.compile().problems())
                .extracting(file::describe)
                .containsExactly(
                        "policy.yaml:9: versions[0].grace: expected a single value",
                        "policy.yaml:10: versions[0].thresholds.days: expected a single value",
                        "policy.yaml:12: versions[0].supported: expected a list, one entry a line, each after a dash");
    }

    @Test
    void saysOnceThatAVersionIsNone() {
        assertThat(read("id: example\nversions: [3]\n").compile().problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0]: expected keys and values, like 'version: ...'");
    }

    @Test
    void refusesAnEmptyListInsteadOfReadingItAsNobody() {
        var file = read(SMALLEST.replace("supported:\n      - DE\n      - NO\n", "supported: []\n"));

        assertThat(file.compile().problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("versions[0].supported: empty list, which is never read as all or none;"
                        + " write its entries, or remove the key");
    }

    @Test
    void refusesTheSameKeyTwice() {
        var file = read(SMALLEST + "id: other\n");

        assertThat(file.compile().problems())
                .extracting(file::describe)
                .containsExactly("policy.yaml:15: not readable as YAML: Duplicate field 'id'");
    }

    @Test
    void refusesBrokenYamlInOneLineWithItsPlace() {
        var file = read("id: example\nversions:\n  - version: 1\n   title: x\n");

        assertThat(file.compile().problems())
                .extracting(file::describe)
                .containsExactly("policy.yaml:4: not readable as YAML: while parsing a block collection,"
                        + " expected <block end>, but found '<block mapping start>'");
    }

    @Test
    void refusesMoreThanOneDocument() {
        assertThat(read(SMALLEST + "---\nid: other\n").compile().problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("more than one YAML document; write each policy to its own file");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(read("").compile().problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("expected keys and values, like 'id: ...'");
    }

    @Test
    void refusalListsEveryProblemWhenThePolicyIsAskedForAllTheSame() {
        var compilation = read(SMALLEST.replace("- DE", "- UK")).compile();

        assertThatThrownBy(compilation::orThrow)
                .hasMessage("policy refused:\nversions[0].supported[0]: unknown region 'UK', did you mean 'GB'?");
    }

    @Test
    void loadsAFileByItsPath(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), SMALLEST);

        assertThat(PolicyYaml.load(file.toString()).document())
                .isEqualTo(read(SMALLEST).document());
    }

    @Test
    void saysWhatThereIsWhenThereIsNoSuchFile() {
        assertThatThrownBy(() -> PolicyYaml.load("openai"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("openai: no such file, and no bundled policy (openai-api, sanctions-example)");
    }

    @Test
    void everyBundledPolicyIsThere() throws IOException {
        for (var id : PolicyYaml.bundledIds()) {
            assertThat(PolicyYaml.load(id).compile().orThrow().id()).isEqualTo(id);
        }
        assertThat(PolicyYaml.bundledIds()).isEqualTo(List.of("openai-api", "sanctions-example"));
    }

    private static PolicyFile read(String yaml) {
        return PolicyYaml.read("policy.yaml", yaml);
    }
}
