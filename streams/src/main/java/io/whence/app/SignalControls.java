/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.SignalChange;
import io.whence.domain.cases.SignalPrecision;
import io.whence.domain.cases.Suspensions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * Controls of signals that are given now.
 *
 * @param clock says when that is
 * @param actor who answers for them
 */
public record SignalControls(InstantSource clock, String actor) {

    /** Time for every instance to read a control before it takes effect. */
    private static final Duration AHEAD = Duration.ofHours(1);

    /** The first UTC day that a control given now can take effect with. */
    public LocalDate day() {
        return LocalDate.ofInstant(clock.instant().plus(AHEAD), ZoneOffset.UTC).plusDays(1);
    }

    /** The controls that suspend what is below a floor and not suspended by then. */
    public List<Control> suspending(List<SignalPrecision> signals, double floor, Collection<Control> known) {
        Suspensions suspensions = Suspensions.of(known);
        Instant now = clock.instant();
        LocalDate day = day();
        return signals.stream()
                .filter(signal -> signal.below(floor))
                .map(signal -> new SignalChange(signal.signal(), signal.region(), day))
                .filter(change -> !suspensions.holds(change.signal(), change.region(), change.from()))
                .map(change -> new Control(
                        "precision-" + change.subject().replace('/', '-'),
                        ControlKind.SUSPEND_SIGNAL,
                        change.subject(),
                        true,
                        actor,
                        "PRECISION_BELOW_FLOOR",
                        now,
                        null))
                .toList();
    }
}
