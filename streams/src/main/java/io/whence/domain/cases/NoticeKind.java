/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** What a notice does. */
public enum NoticeKind {
    /** Something to look at; no enforcement follows from it. */
    ADVISORY,
    /** Something to stop before a date; its grace period is running. */
    WARNING,
    /** The grace period of a warning is about to end. */
    REMINDER,
    /** Gateways refuse from now on what the warning was about. */
    ENFORCEMENT,
    /** The warning or the enforcement is over. */
    LIFT
}
