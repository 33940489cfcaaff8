/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.whence.config.PolicyFile;
import io.whence.domain.access.AccessEvent;
import io.whence.proof.Entry;
import io.whence.proof.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every situation that an officer wrote down comes out as written, in a backtest. */
class ScenariosTest {

    /** Writes what came out instead of comparing it; for a new scenario, and to be read before it is kept. */
    private static final boolean WRITE = Boolean.getBoolean("whence.golden.write");

    static Stream<ScenarioFolder> scenarios() throws IOException {
        return ScenarioFolder.all().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void comesOutAsWritten(ScenarioFolder folder) throws IOException {
        if (folder.policyRefused()) {
            compare(folder, Map.of("policy-problems.txt", problems(folder)));
            return;
        }
        String reason = folder.notYet();
        assumeTrue(reason.isEmpty(), reason);
        try (ScenarioRun run = new ScenarioRun(folder).play(1)) {
            TreeSet<String> organizations = folder.events().stream()
                    .map(AccessEvent::organizationId)
                    .collect(Collectors.toCollection(TreeSet::new));
            compare(folder, ScenarioOutcome.of(run, organizations));
            expectSound(run);
            expectNoWholeAddress(folder, run);
        }
    }

    private static String problems(ScenarioFolder folder) throws IOException {
        StringBuilder problems = new StringBuilder();
        for (PolicyFile policy : folder.policies()) {
            policy.compile()
                    .problems()
                    .forEach(
                            problem -> problems.append(policy.describe(problem)).append('\n'));
        }
        return problems.toString();
    }

    private static void compare(ScenarioFolder folder, Map<String, String> outcome) throws IOException {
        if (WRITE) {
            for (Map.Entry<String, String> file : outcome.entrySet()) {
                Files.createDirectories(folder.expected("any").getParent());
                Files.writeString(folder.expected(file.getKey()), file.getValue());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.expected("any").getParent())) {
            for (Path file : files.toList()) {
                expected.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(outcome.keySet()).as("files").isEqualTo(expected.keySet());
        expected.forEach((name, text) ->
                assertThat(outcome.get(name)).as(folder + ": " + name).isEqualTo(text));
    }

    /** What holds in every scenario: the history verifies by itself, and nobody is told anything twice. */
    private static void expectSound(ScenarioRun run) {
        List<Entry> entries = new ArrayList<>();
        run.caseEvents().forEach(event -> entries.add(new Entry("case-events", entries.size() + 1L, event)));
        Verification verification = Verification.of(new Verification.Material(entries, List.of(), List.of()));
        assertThat(verification.flaws()).isEmpty();
        assertThat(verification.entries()).isEqualTo(run.caseEvents().size());
        assertThat(run.backtest().ledger().imbalance()).isZero();
        assertThat(run.files().notices()).extracting("noticeId").doesNotHaveDuplicates();
    }

    /** Raw addresses end where they are counted: whatever is kept for years names networks at most. */
    private static void expectNoWholeAddress(ScenarioFolder folder, ScenarioRun run) throws IOException {
        String written = String.join("\n", run.written());
        assertThat(written).isNotEmpty();
        folder.events().stream()
                .map(AccessEvent::sourceIp)
                .distinct()
                .forEach(address -> assertThat(written).doesNotContainPattern(Pattern.quote(address) + "(?![0-9./])"));
    }

    @Test
    void everyScenarioSaysWhatItIsAbout() throws IOException {
        List<ScenarioFolder> all = ScenarioFolder.all();
        assertThat(all).isNotEmpty().allSatisfy(folder -> {
            assertThat(folder.readme()).isRegularFile();
            assertThat(Files.readString(folder.readme())).startsWith("# ").hasSizeGreaterThan(200);
        });
    }

    @Test
    void everySituationOfTheJudgingSetHasAFolderThatSaysSoAndALineInTheTable() throws IOException {
        String table = Files.readString(Path.of("docs", "scenarios.md"));
        for (int number = 1; number <= 25; number++) {
            String situation = "T" + number;
            Matcher row = Pattern.compile(
                            "\\| " + situation + " \\|.*\\]\\(\\.\\./(src/test/resources/scenarios/[^)]+)\\)")
                    .matcher(table);
            assertThat(row.find()).as(situation + " in the table").isTrue();
            ScenarioFolder folder = new ScenarioFolder(Path.of(row.group(1)));
            assertThat(folder.toString()).startsWith(String.format(Locale.ROOT, "%02d-", number));
            assertThat(folder.readme()).content().contains("\n\n" + situation + ". ");
            assertThat(folder.notYet()).as(situation + " is played").isEmpty();
            assertThat(folder.expected("any").getParent()).isNotEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aReplayOfEverythingTellsNobodyAnythingNew(ScenarioFolder folder) throws IOException {
        assumeTrue(!folder.policyRefused(), "nothing is judged by a refused policy");
        try (ScenarioRun once = new ScenarioRun(folder).play(1);
                ScenarioRun twice = new ScenarioRun(folder).play(2)) {
            assertThat(twice.files().notices()).isEqualTo(once.files().notices());
            assertThat(twice.files().decisions()).isEqualTo(once.files().decisions());
            assertThat(twice.caseEvents()).isEqualTo(once.caseEvents());
            assertThat(twice.backtest().ledger().tallied())
                    .isEqualTo(once.backtest().ledger().tallied());
        }
    }
}
