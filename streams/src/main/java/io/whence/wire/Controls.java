/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.Control;
import io.whence.contracts.ControlKind;

/** Brakes on gateways on the wire and in the domain. */
final class Controls {
    private Controls() {}

    static Control toAvro(io.whence.domain.cases.Control control) {
        return Control.newBuilder()
                .setControlId(control.controlId())
                .setKind(Symbols.toContract(ControlKind.class, control.kind()))
                .setSubject(control.subject())
                .setActive(control.active())
                .setActor(control.actor())
                .setReasonCode(control.reasonCode())
                .setAt(control.at())
                .setUntil(control.until())
                .build();
    }

    static io.whence.domain.cases.Control fromAvro(Control control) {
        return new io.whence.domain.cases.Control(
                control.getControlId(),
                Symbols.toDomain(io.whence.domain.cases.ControlKind.class, control.getKind()),
                control.getSubject(),
                control.getActive(),
                control.getActor(),
                control.getReasonCode(),
                control.getAt(),
                control.getUntil());
    }
}
