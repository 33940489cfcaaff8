/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.NetworkType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standing of a signal as the stream obeys it. */
class SuspensionTest {

    private static final String SHANGHAI = "114.80.1.7";

    private static Control suspension() {
        return new Control(
                "control-1",
                ControlKind.SUSPEND_SIGNAL,
                "DIRECT_EGRESS/CN/2024-07-13",
                true,
                "ann",
                "PRECISION_BELOW_FLOOR",
                Instant.parse("2024-07-12T10:00:00Z"),
                null);
    }

    private static Scenario world() {
        return new Scenario().given(Scenario.openAiApi()).givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134);
    }

    /** Four weeks of traffic of three organizations; the control comes on the day it is given, at once or never. */
    private record Told(List<CaseEvent> events, List<Notice> notices) {

        static Told of(int daysBefore, boolean suspended) {
            try (Scenario scenario = world()) {
                if (daysBefore > 0) {
                    requests(scenario, "2024-06-24", daysBefore);
                }
                if (suspended) {
                    scenario.backtest().control(suspension());
                }
                requests(
                        scenario,
                        Instant.parse("2024-06-24T00:00:00Z")
                                .plusSeconds(86_400L * daysBefore)
                                .toString()
                                .substring(0, 10),
                        28 - daysBefore);
                scenario.finish();
                return new Told(List.copyOf(scenario.caseEvents()), List.copyOf(scenario.notices()));
            }
        }

        private static void requests(Scenario scenario, String firstDay, int days) {
            Instant first = Instant.parse(firstDay + "T00:00:00Z");
            for (int day = 0; day < days; day++) {
                String date = first.plusSeconds(86_400L * day).toString().substring(0, 10);
                for (String organization : List.of("org-1", "org-2", "org-3")) {
                    scenario.requests(organization, SHANGHAI, date, 1, 30);
                }
            }
        }

        long enforcements() {
            return notices.stream()
                    .filter(notice -> notice.kind() == NoticeKind.ENFORCEMENT)
                    .count();
        }
    }

    @Test
    void noOrderRestsOnASuspendedSignalAndEveryCaseSaysSoOnce() {
        assertThat(Told.of(0, false).enforcements()).isEqualTo(3);

        Told suspended = Told.of(0, true);
        assertThat(suspended.enforcements()).isZero();
        assertThat(suspended.events())
                .filteredOn(event -> event.reason().equals("SIGNAL_SUSPENDED"))
                .extracting(CaseEvent::organizationId, event -> event.at().toString(), CaseEvent::cause)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("org-1", "2024-07-13T00:00:00Z", CAUSE),
                        org.assertj.core.groups.Tuple.tuple("org-2", "2024-07-13T00:00:00Z", CAUSE),
                        org.assertj.core.groups.Tuple.tuple("org-3", "2024-07-13T00:00:00Z", CAUSE));
    }

    private static final String CAUSE = "enforcement about CN is withheld: DIRECT_EGRESS/CN is suspended";

    @Test
    void aReplayThatKnowsTheControlFromItsFirstEventOnGivesTheSameEventsAndHashes() {
        Told live = Told.of(18, true);
        Told replayed = Told.of(0, true);

        assertThat(live.events()).extracting(CaseEvent::reason).contains("SIGNAL_SUSPENDED");
        assertThat(replayed.events()).containsExactlyInAnyOrderElementsOf(live.events());
        assertThat(replayed.notices()).containsExactlyInAnyOrderElementsOf(live.notices());
    }
}
