/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.cases.ActionKind;
import io.whence.domain.cases.AppealOutcome;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.NetworkType;
import io.whence.proof.OcsfFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases of the stream as Compliance Findings. */
class OcsfExportTest {

    private static final String SHANGHAI = "114.80.1.7";

    private static Scenario scenario;
    private static List<CaseEvent> events;
    private static List<Notice> notices;

    @BeforeAll
    static void play() {
        scenario = new Scenario().given(Scenario.openAiApi()).givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134);
        scenario.backtest()
                .organization(new Organization(
                        "acme",
                        "Acme Robotics",
                        null,
                        null,
                        null,
                        "jane@acme.example",
                        null,
                        null,
                        List.of(),
                        List.of()));
        scenario.backtest().action(action("a-1", ActionKind.APPEAL, "2024-07-02T12:00:00Z", null));
        scenario.backtest()
                .action(action("a-2", ActionKind.DECIDE_APPEAL, "2024-07-03T12:00:00Z", AppealOutcome.TRAVELLER));
        scenario.requests("acme", SHANGHAI, "2024-06-24", 6, 40);
        scenario.requests("other", SHANGHAI, "2024-06-24", 20, 40);
        scenario.backtest().finish(Instant.parse("2024-07-31T00:00:00Z"));
        scenario.collect();
        events = List.copyOf(scenario.caseEvents());
        notices = List.copyOf(scenario.notices());
    }

    @AfterAll
    static void close() {
        scenario.close();
    }

    private static OfficerAction action(String id, ActionKind kind, String at, @Nullable AppealOutcome outcome) {
        return new OfficerAction(
                id,
                "acme",
                kind,
                Instant.parse(at),
                "ann",
                "APPEAL",
                null,
                null,
                null,
                outcome,
                null,
                null,
                null,
                null);
    }

    private static List<JsonNode> findings(List<CaseEvent> from, List<Notice> told) {
        ObjectMapper json = new ObjectMapper();
        return OcsfFindings.of(from, told).stream()
                .<JsonNode>map(json::valueToTree)
                .toList();
    }

    @Test
    void everyEventHasWhatTheClassRequiresAndNothingItDoesNotHave() {
        List<JsonNode> findings = findings(events, notices);

        assertThat(findings).hasSize(events.size()).hasSizeGreaterThan(5);
        findings.forEach(OcsfSchema::check);
        assertThat(findings)
                .extracting(finding -> finding.at("/activity_id").asInt())
                .contains(1, 2, 3);
        assertThat(findings).extracting(finding -> finding.at("/time").asLong()).isSorted();
    }

    @Test
    void aCaseIsOneFindingThatIsCreatedUpdatedAndClosed() {
        Map<String, List<String>> lives = new TreeMap<>();
        findings(events, notices)
                .forEach(finding -> lives.computeIfAbsent(
                                finding.at("/resources/0/uid").asText() + " "
                                        + finding.at("/finding_info/uid").asText(),
                                none -> new ArrayList<>())
                        .add(finding.at("/activity_name").asText() + " "
                                + finding.at("/compliance/status_code").asText() + " "
                                + finding.at("/status").asText()));

        assertThat(lives).hasSize(2);
        assertThat(lives.values()).allSatisfy(life -> {
            assertThat(life).first().asString().startsWith("Create ");
            assertThat(life.stream().filter(step -> step.startsWith("Create"))).hasSize(1);
            assertThat(life.stream().filter(step -> step.startsWith("Close"))).hasSizeLessThanOrEqualTo(1);
        });
        assertThat(lives.entrySet().iterator().next().getValue())
                .startsWith("Create OBSERVED New", "Update NOTICED In Progress")
                .contains("Update APPEALED In Progress", "Close LIFTED Suppressed");
    }

    @Test
    void theSameInputGivesTheSameOutputInWhateverOrderItComes() {
        long seed = 11;
        List<CaseEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(seed));
        List<Notice> told = new ArrayList<>(notices);
        Collections.reverse(told);

        assertThat(findings(shuffled, told)).as("seed " + seed).isEqualTo(findings(events, notices));
    }

    @Test
    void noNameOrContactIsExported() {
        assertThat(findings(events, notices).toString()).doesNotContain("Acme", "jane@", SHANGHAI);
        assertThat(findings(events, notices))
                .filteredOn(finding ->
                        finding.at("/unmapped/notices/0/kind").asText().equals("WARNING"))
                .hasSize(2)
                .allSatisfy(finding -> {
                    assertThat(finding.at("/remediation/desc").asText()).isNotBlank();
                    assertThat(finding.at("/confidence_score").asInt()).isBetween(1, 100);
                    assertThat(finding.at("/finding_info/first_seen_time").isIntegralNumber())
                            .isTrue();
                });
    }

    @Test
    void withoutNoticesTheTransitionsAreStillFindings() {
        assertThat(findings(events, List.of())).hasSize(events.size());
    }
}
