/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** What an officer can do to a case. */
public enum ActionKind {
    /** Seen; nothing changes. */
    ACKNOWLEDGE,
    /** The enforcement that waits for approval may start. */
    APPROVE,
    /** Leave alone what is in scope, until a date or until further notice. */
    EXEMPT,
    /** The organization objects; nothing is enforced until the appeal is decided. */
    APPEAL,
    DECIDE_APPEAL,
    /** End the warning or the enforcement. */
    LIFT,
    /** No step by itself, and no enforcement, until a date or until it is unfrozen. */
    FREEZE,
    UNFREEZE,
    /** Refuse more than the location: a key, a project or all of the organization. */
    ESCALATE
}
