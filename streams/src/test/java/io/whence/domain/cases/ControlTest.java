/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    private static final Instant NOON = Instant.parse("2024-07-09T12:00:00Z");

    @Test
    void holdsUntilItIsReleased() {
        assertThat(stop(true, null).holds(NOON.plusSeconds(1_000_000_000))).isTrue();
        assertThat(stop(false, null).holds(NOON)).isFalse();
    }

    @Test
    void endsByItselfAtTheMomentThatIsNamed() {
        Control control = stop(true, NOON);

        assertThat(control.holds(NOON.minusMillis(1))).isTrue();
        assertThat(control.holds(NOON)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, HK, officer, REASON, subject of STOP must be all",
        "FREEZE_REGION, Hongkong, officer, REASON, region: 'Hongkong' is not an ISO 3166 code like CN or UA-43",
        "FREEZE_ORGANIZATION, '', officer, REASON, subject is blank; say what the control is about",
        "STOP, all, ' ', REASON, actor is blank; no control without somebody who answers for it",
        "SUSPEND_SIGNAL, DIRECT_EGRESS/HK, officer, REASON, 'subject: ''DIRECT_EGRESS/HK'' is not like"
                + " DIRECT_EGRESS/HK/2026-01-31: signal, region, first day'",
        "SUSPEND_SIGNAL, DIRECT_EGRESS/HK/2026-02-30, officer, REASON, 'subject: ''DIRECT_EGRESS/HK/2026-02-30'' is not"
                + " like DIRECT_EGRESS/HK/2026-01-31: signal, region, first day'",
        "RESTORE_SIGNAL, DIRECT_EGRESS/UA-43/2024-07-09, officer, REASON, subject: 2024-07-09T00:00:00Z is not after"
                + " at; the past is never judged anew",
        "STOP, all, officer, '', reason_code is blank; no control without a reason"
    })
    void saysWhatIsWrong(ControlKind kind, String subject, String actor, String reason, String message) {
        assertThatThrownBy(() -> new Control("control-1", kind, subject, true, actor, reason, NOON, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aSignalIsSuspendedFromTheMidnightThatIsNamed() {
        Control control = new Control(
                "c", ControlKind.SUSPEND_SIGNAL, "DIRECT_EGRESS/UA-43/2024-07-10", true, "ann", "R", NOON, null);

        assertThat(control.holds(NOON)).isFalse();
        assertThat(control.holds(Instant.parse("2024-07-10T00:00:00Z"))).isTrue();
        assertThat(control.key()).isEqualTo("SUSPEND_SIGNAL/DIRECT_EGRESS/UA-43/2024-07-10");
    }

    private static Control stop(boolean active, @Nullable Instant until) {
        return new Control("control-1", ControlKind.STOP, Control.ALL, active, "officer", "REASON", NOON, until);
    }
}
