/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.PolicyFile;
import io.whence.domain.access.AccessEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
        try (ScenarioRun run = new ScenarioRun(folder).play(1)) {
            TreeSet<String> organizations = folder.events().stream()
                    .map(AccessEvent::organizationId)
                    .collect(Collectors.toCollection(TreeSet::new));
            compare(folder, ScenarioOutcome.of(run, organizations));
            expectSound(run);
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

    /** What holds in every scenario. */
    private static void expectSound(ScenarioRun run) {
        assertThat(run.backtest().ledger().imbalance()).isZero();
        assertThat(run.caseEvents())
                .allSatisfy(event -> assertThat(event.hash()).isEqualTo(event.expectedHash()));
        assertThat(run.files().notices()).extracting("noticeId").doesNotHaveDuplicates();
    }

    @Test
    void everyScenarioSaysWhatItIsAbout() throws IOException {
        List<ScenarioFolder> all = ScenarioFolder.all();
        assertThat(all).isNotEmpty().allSatisfy(folder -> {
            assertThat(folder.readme()).isRegularFile();
            assertThat(Files.readString(folder.readme())).startsWith("# ").hasSizeGreaterThan(200);
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aReplayOfEverythingTellsNobodyAnythingNew(ScenarioFolder folder) throws IOException {
        if (folder.policyRefused()) {
            return;
        }
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
