/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalHoldsTest {

    private static final Instant MONDAY = Instant.parse("2024-07-08T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2024-07-09T09:00:00Z");

    private static Control control(ControlKind kind, String organization, Instant at) {
        return new Control(kind + "-" + at, kind, organization, true, "ann", "SUBPOENA_17", at, null);
    }

    @Test
    void holdsUntilItIsReleased() {
        Control hold = control(ControlKind.LEGAL_HOLD, "acme", MONDAY);
        Control release = control(ControlKind.RELEASE_HOLD, "acme", TUESDAY);

        assertThat(LegalHolds.of(List.of(hold)).on("acme")).contains(hold);
        assertThat(LegalHolds.of(List.of(hold)).on("other")).isEmpty();
        assertThat(LegalHolds.of(List.of(release, hold)).on("acme")).isEmpty();
        assertThat(LegalHolds.of(List.of(hold, control(ControlKind.RELEASE_HOLD, "acme", MONDAY)))
                        .on("acme"))
                .as("at the same moment what keeps wins")
                .contains(hold);
    }

    @Test
    void eachStaysOnRecordUnderAKeyOfItsOwn() {
        assertThat(List.of(
                        control(ControlKind.LEGAL_HOLD, "acme", MONDAY).key(),
                        control(ControlKind.RELEASE_HOLD, "acme", TUESDAY).key(),
                        control(ControlKind.LEGAL_HOLD, "acme", TUESDAY).key()))
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("LEGAL_HOLD/acme/2024-07-08T09:00:00Z");
    }

    @Test
    void aHoldIsNotTakenBackOrLimitedInTime() {
        assertThatThrownBy(() -> new Control("c", ControlKind.LEGAL_HOLD, "acme", false, "ann", "R", MONDAY, null))
                .hasMessage("active: a legal hold is ended by a RELEASE_HOLD, which stays on record beside it");
        assertThatThrownBy(() -> new Control("c", ControlKind.LEGAL_HOLD, "acme", true, "ann", "R", MONDAY, TUESDAY))
                .hasMessage("until: a legal hold ends when somebody releases it");
    }
}
