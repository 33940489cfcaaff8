/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something an officer decided about all organizations at once, or about a signal: the brakes on gateways are beside
 * the cases and faster than they are, and can only allow.
 *
 * @param controlId unique; names it in logs
 * @param kind how much is held back
 * @param subject the region's ISO 3166 code, or the id of the organization or policy; {@link #ALL} for
 *     {@link ControlKind#STOP}; a {@link SignalChange} where it is about a signal
 * @param active whether it holds, or is released
 * @param actor who pulled or released it; never blank
 * @param reasonCode stable code of the reason; never blank
 * @param at when, by the clock of whoever sent it
 * @param until when it ends by itself; null for never
 */
public record Control(
        String controlId,
        ControlKind kind,
        String subject,
        boolean active,
        String actor,
        String reasonCode,
        Instant at,
        @Nullable Instant until) {

    /** The subject of {@link ControlKind#STOP}. */
    public static final String ALL = "all";

    public Control {
        require(!controlId.isBlank(), "control_id is blank; give each control an id of its own");
        require(!actor.isBlank(), "actor is blank; no control without somebody who answers for it");
        require(!reasonCode.isBlank(), "reason_code is blank; no control without a reason");
        require(!subject.isBlank(), "subject is blank; say what the control is about");
        require(kind != ControlKind.STOP || subject.equals(ALL), "subject of STOP must be " + ALL);
        require(kind != ControlKind.FREEZE_REGION || new Region(subject).code().equals(subject), "subject");
        if (kind.concernsSignal()) {
            Instant from = SignalChange.parse(subject).from();
            require(at.isBefore(from), "subject: " + from + " is not after at; the past is never judged anew");
            require(until == null, "until: a signal is restored by a control of its own");
        }
        if (kind.concernsHold()) {
            require(until == null, "until: a legal hold ends when somebody releases it");
            require(active, "active: a legal hold is ended by a RELEASE_HOLD, which stays on record beside it");
        }
    }

    /** Key on the topic: one control for each subject; of legal holds each stays. */
    public String key() {
        return kind + "/" + subject + (kind.concernsHold() ? "/" + at : "");
    }

    /** Whether it is obeyed. */
    public boolean holds(Instant now) {
        boolean begun = !kind.concernsSignal()
                || !now.isBefore(SignalChange.parse(subject).from());
        return active && begun && (until == null || now.isBefore(until));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
