/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static io.whence.domain.cases.CaseModelTest.Letter.ANN_APPROVES;
import static io.whence.domain.cases.CaseModelTest.Letter.APPEAL;
import static io.whence.domain.cases.CaseModelTest.Letter.APPEAL_REFUSED;
import static io.whence.domain.cases.CaseModelTest.Letter.APPEAL_UPHELD;
import static io.whence.domain.cases.CaseModelTest.Letter.BOB_APPROVES;
import static io.whence.domain.cases.CaseModelTest.Letter.DATABASE_AGES;
import static io.whence.domain.cases.CaseModelTest.Letter.EXEMPTED_FOR_TEN_DAYS;
import static io.whence.domain.cases.CaseModelTest.Letter.FROZEN_FOR_TEN_DAYS;
import static io.whence.domain.cases.CaseModelTest.Letter.LIFTED;
import static io.whence.domain.cases.CaseModelTest.Letter.SIGNAL_SUSPENDED;
import static io.whence.domain.cases.CaseModelTest.Letter.SIXTEEN_DAYS_OF_TRAFFIC;
import static io.whence.domain.cases.CaseModelTest.Letter.SIXTEEN_QUIET_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sequence of things that can happen to a case: of all of them to depth five, and to depth eight of those that
 * matter without approvals and of those that matter with them. Sequences that lead to the same world under the same
 * watch are followed once.
 */
class CaseModelTest {

    /** What can happen. Four days of traffic reach the thresholds; sixteen days outlast grace and clean period. */
    enum Letter {
        FOUR_DAYS_OF_TRAFFIC,
        SIXTEEN_DAYS_OF_TRAFFIC,
        SIXTEEN_QUIET_DAYS,
        APPEAL,
        APPEAL_UPHELD,
        APPEAL_REFUSED,
        ANN_APPROVES,
        BOB_APPROVES,
        EXEMPTED_FOR_TEN_DAYS,
        FROZEN_FOR_TEN_DAYS,
        LIFTED,
        DATABASE_AGES,
        SIGNAL_SUSPENDED
    }

    private record Node(CaseWorld world, CaseMonitor monitor) {}

    private final Set<String> reached = new HashSet<>();

    static Stream<Arguments> alphabets() {
        return Stream.of(
                arguments(
                        "0",
                        8,
                        EnumSet.of(
                                SIXTEEN_DAYS_OF_TRAFFIC,
                                SIXTEEN_QUIET_DAYS,
                                APPEAL,
                                APPEAL_UPHELD,
                                APPEAL_REFUSED,
                                EXEMPTED_FOR_TEN_DAYS,
                                FROZEN_FOR_TEN_DAYS,
                                DATABASE_AGES)),
                arguments(
                        "2",
                        8,
                        EnumSet.of(
                                SIXTEEN_DAYS_OF_TRAFFIC,
                                SIXTEEN_QUIET_DAYS,
                                APPEAL,
                                APPEAL_REFUSED,
                                ANN_APPROVES,
                                BOB_APPROVES,
                                LIFTED,
                                DATABASE_AGES)),
                arguments(
                        "0",
                        8,
                        EnumSet.of(
                                SIXTEEN_DAYS_OF_TRAFFIC,
                                SIXTEEN_QUIET_DAYS,
                                APPEAL,
                                APPEAL_REFUSED,
                                FROZEN_FOR_TEN_DAYS,
                                LIFTED,
                                SIGNAL_SUSPENDED)),
                arguments("2", 5, EnumSet.allOf(Letter.class)));
    }

    @ParameterizedTest(name = "{0} approvals asked, depth {1}, {2}")
    @MethodSource("alphabets")
    void nothingForbiddenHappensHoweverThingsFallOut(String approvals, int depth, Set<Letter> alphabet) {
        Set<String> seen = new HashSet<>();
        List<Node> frontier =
                List.of(new Node(CaseWorld.begin(Traffic.policy("P15D", approvals)), CaseMonitor.begin()));
        for (int length = 1; length <= depth; length++) {
            List<Node> next = new ArrayList<>();
            for (Node node : frontier) {
                for (Letter letter : alphabet) {
                    Node after = follow(node, letter);
                    reached.add(after.world().compliance().state().name());
                    if (seen.add(essence(after))) {
                        next.add(after);
                    }
                }
            }
            frontier = next;
        }
        assertThat(reached).contains("NOTICED", "ENFORCED", "LIFTED", "APPEALED");
        assertThat(seen).hasSizeGreaterThan(1000);
    }

    private static Node follow(Node node, Letter letter) {
        CaseWorld before = node.world();
        CaseWorld after = happen(before, letter);
        CaseMonitor monitor = node.monitor();
        ComplianceCase compliance = before.compliance();
        for (ComplianceCase.Outcome outcome : after.outcomes()) {
            boolean deed = outcome.event().isPresent() && outcome.event().get().actionId() != null;
            monitor = (deed ? told(monitor, letter, before) : monitor).saw(compliance, outcome, after);
            compliance = outcome.after();
        }
        return new Node(after, monitor);
    }

    private static CaseWorld happen(CaseWorld world, Letter letter) {
        return switch (letter) {
            case FOUR_DAYS_OF_TRAFFIC -> world.days(4, true);
            case SIXTEEN_DAYS_OF_TRAFFIC -> world.days(16, true);
            case SIXTEEN_QUIET_DAYS -> world.days(16, false);
            case APPEAL -> world.act(ActionKind.APPEAL, "acme", null, null);
            case APPEAL_UPHELD -> world.act(ActionKind.DECIDE_APPEAL, "ann", null, AppealOutcome.DATABASE_ERROR);
            case APPEAL_REFUSED -> world.act(ActionKind.DECIDE_APPEAL, "ann", null, AppealOutcome.CONFIRMED);
            case ANN_APPROVES -> world.act(ActionKind.APPROVE, "ann", null, null);
            case BOB_APPROVES -> world.act(ActionKind.APPROVE, "bob", null, null);
            case EXEMPTED_FOR_TEN_DAYS -> world.act(ActionKind.EXEMPT, "ann", Duration.ofDays(10), null);
            case FROZEN_FOR_TEN_DAYS -> world.act(ActionKind.FREEZE, "ann", Duration.ofDays(10), null);
            case LIFTED -> world.act(ActionKind.LIFT, "ann", null, null);
            case DATABASE_AGES -> world.databaseBecomes(!world.stale());
            case SIGNAL_SUSPENDED -> world.signalBecomes(!world.suspended());
        };
    }

    /** What the watch is told of an action that was accepted. */
    private static CaseMonitor told(CaseMonitor monitor, Letter letter, CaseWorld before) {
        Instant noon = before.day().atTime(12, 0).toInstant(ZoneOffset.UTC);
        Instant inTenDays = noon.plus(Duration.ofDays(10));
        return switch (letter) {
            case APPEAL -> monitor.appeal(true);
            case APPEAL_UPHELD, APPEAL_REFUSED, LIFTED -> monitor.appeal(false);
            case ANN_APPROVES -> monitor.approved("ann", noon);
            case BOB_APPROVES -> monitor.approved("bob", noon);
            case EXEMPTED_FOR_TEN_DAYS -> monitor.exempt(inTenDays);
            case FROZEN_FOR_TEN_DAYS -> monitor.frozen(inTenDays);
            default -> monitor;
        };
    }

    /** All that decides what can happen next, and what must not: times as seen from the day. */
    private static String essence(Node node) {
        return new CaseEssence(node.world()).with(node.monitor()).toString();
    }
}
