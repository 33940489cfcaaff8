/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** What a notice asks for. */
public enum NoticeKind {
    /** Something to look at; no enforcement follows from it. */
    ADVISORY,
    /** Something to stop before a date; its grace period is running. */
    WARNING
}
