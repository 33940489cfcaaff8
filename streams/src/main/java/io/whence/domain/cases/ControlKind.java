/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** How much a {@link Control} holds back. */
public enum ControlKind {
    /** Nothing is refused to anybody. */
    STOP,
    /** Nothing is refused that comes from a region. */
    FREEZE_REGION,
    /** Nothing of an organization is refused. */
    FREEZE_ORGANIZATION,
    /** What the breaker parked under a policy goes on; see {@link Surge}. */
    RELEASE_POLICY,
    /** A signal may not support enforcement about a region from a midnight on; see {@link SignalChange}. */
    SUSPEND_SIGNAL,
    /** It may again, from a midnight on. */
    RESTORE_SIGNAL,
    /** Nothing that is stored about an organization is erased or ages out of our stores; see {@link LegalHolds}. */
    LEGAL_HOLD,
    /** A legal hold is over. */
    RELEASE_HOLD;

    /** Whether it is about a signal, and its subject a {@link SignalChange}. */
    public boolean concernsSignal() {
        return this == SUSPEND_SIGNAL || this == RESTORE_SIGNAL;
    }

    /** Whether it is about a legal hold, and stays on record for good. */
    public boolean concernsHold() {
        return this == LEGAL_HOLD || this == RELEASE_HOLD;
    }

    /** Whether gateways obey it; the cases do not see it then. */
    public boolean brakesGateways() {
        return this == STOP || this == FREEZE_REGION || this == FREEZE_ORGANIZATION;
    }
}
