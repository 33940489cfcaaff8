/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which organizations are under a legal hold: what is stored about them is neither erased nor ages out of our stores.
 */
public final class LegalHolds {

    /** The later word counts; of two at the same moment the one that keeps. */
    private static final Comparator<Control> LATER = Comparator.comparing(Control::at)
            .thenComparing(control -> control.kind() == ControlKind.LEGAL_HOLD)
            .thenComparing(Control::controlId);

    private final Map<String, Control> latest = new HashMap<>();

    private LegalHolds() {}

    /** What controls come to; those of other kinds say nothing. */
    public static LegalHolds of(Collection<Control> controls) {
        LegalHolds holds = new LegalHolds();
        controls.stream()
                .filter(control -> control.kind().concernsHold())
                .forEach(control -> holds.latest.merge(
                        control.subject(), control, (one, other) -> LATER.compare(one, other) > 0 ? one : other));
        return holds;
    }

    /** The hold on an organization; empty when there is none, or it was released. */
    public Optional<Control> on(String organizationId) {
        return Optional.ofNullable(latest.get(organizationId))
                .filter(control -> control.kind() == ControlKind.LEGAL_HOLD);
    }
}
