/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.PolicyText;
import io.whence.config.PolicyYaml;
import io.whence.domain.cases.ActionKind;
import io.whence.domain.cases.AppealOutcome;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.policy.RegionPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What officers get wrong is refused by name, and takes nothing else with it. */
class RefusedActionTest {

    private static final String SHANGHAI = "114.80.1.7";

    /** Live, with one approval before anybody is enforced against; the grace of this traffic ends on 14 July. */
    private static final RegionPolicy POLICY = PolicyYaml.read(
                    "policy.yaml",
                    PolicyText.with(
                            "mode: live",
                            "approvals: 1",
                            "default: unsupported",
                            "supported: [DE]",
                            "unsupported: [HK, MO, AQ, EH]"))
            .compile()
            .orThrow();

    private int actions;

    private OfficerAction action(ActionKind kind, String at, String actor, @Nullable String expires) {
        return new OfficerAction(
                "action-" + actions++,
                "acme",
                kind,
                Instant.parse(at),
                actor,
                "TEST",
                null,
                null,
                expires == null ? null : Instant.parse(expires),
                kind == ActionKind.DECIDE_APPEAL ? AppealOutcome.CONFIRMED : null,
                null,
                null,
                null,
                null);
    }

    /** A month of traffic from China with what officers do, up to a moment. */
    private static Scenario play(String until, Consumer<Backtest> officers) {
        Scenario scenario = new Scenario();
        scenario.given(POLICY).givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134);
        officers.accept(scenario.backtest());
        scenario.requests("acme", SHANGHAI, "2024-06-24", 30, 40);
        scenario.backtest().finish(Instant.parse(until));
        return scenario.collect();
    }

    private static List<String> reasons(Scenario scenario) {
        return scenario.caseEvents().stream().map(CaseEvent::reason).toList();
    }

    @Test
    void anApprovalThatRanOutDoesNotCountAndAnotherOneDoes() {
        OfficerAction early = action(ActionKind.APPROVE, "2024-07-01T10:00:00Z", "ann", "2024-07-10T00:00:00Z");
        try (Scenario scenario = play("2024-07-25T00:00:00Z", backtest -> {
            backtest.action(early);
            backtest.action(action(ActionKind.APPROVE, "2024-07-18T10:00:00Z", "ann", null));
        })) {
            assertThat(scenario.decisions())
                    .filteredOn(EnforcementDecision::refuse)
                    .first()
                    .satisfies(order -> assertThat(order.issuedAt()).isEqualTo("2024-07-18T10:00:00Z"));
            assertThat(scenario.deadLetters()).isEmpty();
        }
    }

    @Test
    void whatEndsBeforeItIsGivenIsRefused() {
        try (Scenario scenario = play(
                "2024-07-25T00:00:00Z",
                backtest -> backtest.action(
                        action(ActionKind.APPROVE, "2024-07-18T10:00:00Z", "ann", "2024-07-18T10:00:00Z")))) {
            assertThat(scenario.deadLetters()).containsExactly("EXPIRED");
            assertThat(scenario.decisions()).isEmpty();
        }
    }

    @Test
    void ofTwoDecisionsAboutOneAppealTheFirstCounts() {
        try (Scenario scenario = play("2024-07-25T00:00:00Z", backtest -> {
            backtest.action(action(ActionKind.APPEAL, "2024-07-02T10:00:00Z", "acme", null));
            backtest.action(action(ActionKind.DECIDE_APPEAL, "2024-07-03T10:00:00Z", "ann", null));
            backtest.action(action(ActionKind.DECIDE_APPEAL, "2024-07-03T10:00:00Z", "bob", null));
        })) {
            assertThat(scenario.deadLetters()).containsExactly("NOT_IN_THIS_STATE");
            assertThat(scenario.caseEvents())
                    .filteredOn(event -> event.reason().startsWith("APPEAL_REFUSED"))
                    .extracting(CaseEvent::actor)
                    .containsExactly("ann");
        }
    }

    @Test
    void anOfficerApprovesOnceAndAnActionIsCarriedOutOnce() {
        OfficerAction first = action(ActionKind.APPROVE, "2024-07-01T10:00:00Z", "ann", null);
        try (Scenario scenario = play("2024-07-10T00:00:00Z", backtest -> {
            backtest.action(first);
            backtest.action(first);
            backtest.action(action(ActionKind.APPROVE, "2024-07-02T10:00:00Z", "ann", null));
        })) {
            assertThat(scenario.deadLetters()).containsExactly("ALREADY_APPROVED");
            assertThat(reasons(scenario)).containsOnlyOnce("APPROVED");
        }
    }

    @Test
    void anActionFromAClockThatIsAheadIsRefusedAndNothingIsEnforcedSooner() {
        try (Scenario scenario = play(
                "2024-08-03T00:00:00Z",
                backtest -> backtest.action(action(ActionKind.APPROVE, "2024-08-02T00:00:00Z", "ann", null)))) {
            assertThat(scenario.deadLetters()).containsExactly("FUTURE");
            assertThat(scenario.decisions()).isEmpty();
        }
    }

    @Test
    void anEventThatSaysItIsAfterTheEffectiveDateMovesNoDeadline() {
        try (Scenario scenario = new Scenario()) {
            scenario.given(POLICY).givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134);
            scenario.backtest().action(action(ActionKind.APPROVE, "2024-06-29T10:00:00Z", "ann", null));
            scenario.requests("acme", SHANGHAI, "2024-06-24", 10, 40);
            scenario.accept(Scenario.event("acme", "ahead", "2024-09-01T12:00:00Z", SHANGHAI));
            scenario.backtest().finish(Instant.parse("2024-07-05T00:00:00Z"));
            scenario.collect();

            assertThat(scenario.deadLetters()).containsExactly("FUTURE_TIMESTAMP");
            assertThat(scenario.decisions()).isEmpty();
        }
    }

    @Test
    void whatIsNoActionAndWhatIsAboutNobodyIsBuriedAndTheNextOneIsCarriedOut() {
        try (Scenario scenario = play("2024-07-10T00:00:00Z", backtest -> {
            backtest.acceptAction("acme".getBytes(StandardCharsets.UTF_8), "approve".getBytes(StandardCharsets.UTF_8));
            backtest.acceptAction("acme".getBytes(StandardCharsets.UTF_8), new byte[0]);
            backtest.action(action(ActionKind.APPROVE, "2024-07-01T10:00:00Z", "ann", null));
        })) {
            assertThat(scenario.deadLetters()).containsExactly("WRONG_MAGIC_BYTE", "EMPTY_VALUE");
            assertThat(reasons(scenario)).contains("APPROVED");
        }
    }
}
