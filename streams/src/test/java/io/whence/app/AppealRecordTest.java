/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.SignalPrecision;
import io.whence.domain.origin.NetworkType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What appeals say of a signal, before and after an officer restored it. */
class AppealRecordTest {

    private static final Instant NOON = Instant.parse("2024-07-01T12:00:00Z");

    /** The warning of a customer in Shanghai, again and again in cases of other customers. */
    private static List<Notice> warnings() {
        try (Scenario scenario = new Scenario()) {
            scenario.given(Scenario.openAiApi()).givenPlace("114.80.1.7", "CN", NetworkType.EYEBALL, 4134);
            scenario.requests("acme", "114.80.1.7", "2024-06-24", 6, 40);
            scenario.backtest().finish(NOON.plus(Duration.ofDays(1)));
            scenario.collect();
            return scenario.notices().subList(0, 1);
        }
    }

    private static CaseEvent upheld(Notice warning, Instant at) {
        return new CaseEvent(
                warning.caseId(),
                warning.organizationId(),
                warning.policyId(),
                1,
                at,
                "APPEALED",
                "LIFTED",
                "APPEAL_UPHELD_DATABASE_ERROR",
                "",
                "ann",
                "action-1",
                List.of(),
                CaseEvent.NO_HASH,
                "");
    }

    private static AppealRecord with(Notice warning, int before, int after) {
        List<CaseEvent> appeals = new ArrayList<>();
        for (int i = 0; i < before + after; i++) {
            appeals.add(upheld(warning, NOON.plus(Duration.ofDays(i < before ? 1 : 30))));
        }
        return new AppealRecord(List.of(warning), appeals);
    }

    private static Control restored() {
        return new Control(
                "control-1",
                ControlKind.RESTORE_SIGNAL,
                "DIRECT_EGRESS/CN/2024-07-12",
                true,
                "bob",
                "NEW_DATABASE",
                NOON.plus(Duration.ofDays(10)),
                null);
    }

    private static List<String> suspended(AppealRecord appeals, List<Control> known) {
        Instant later = NOON.plus(Duration.ofDays(40));
        return new SignalControls(InstantSource.fixed(later), CaseEvent.SYSTEM)
                .suspending(appeals.signalsSinceRestored(known), SignalPrecision.DEFAULT_FLOOR, known).stream()
                        .map(Control::subject)
                        .filter(subject -> subject.startsWith("DIRECT_EGRESS"))
                        .toList();
    }

    @Test
    void whatIsBelowTheFloorIsSuspendedWithoutAnybodyAsking() {
        Notice warning = warnings().get(0);

        assertThat(suspended(with(warning, 7, 0), List.of())).as("too few").isEmpty();
        assertThat(suspended(with(warning, 8, 0), List.of())).containsExactly("DIRECT_EGRESS/CN/2024-08-11");
    }

    @Test
    void whatAnOfficerRestoredIsJudgedByWhatWasDecidedAfterThat() {
        Notice warning = warnings().get(0);

        assertThat(suspended(with(warning, 8, 7), List.of(restored()))).isEmpty();
        assertThat(suspended(with(warning, 8, 8), List.of(restored()))).containsExactly("DIRECT_EGRESS/CN/2024-08-11");
    }
}
