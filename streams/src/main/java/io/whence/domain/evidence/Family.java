/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

/** A kind of evidence whose findings depend on each other, and are therefore capped together. */
public enum Family {
    /** What is assumed before any evidence. */
    PRIOR,
    /** Requests that come straight out of networks in an unsupported region, and what explains them. */
    DIRECT_EGRESS,
    /** Networks that hide where requests start. */
    ANONYMIZER,
    /** Hours of the day and public holidays. */
    TIME,
    /** Places that nobody travels between in the time. */
    TRAVEL,
    /** Networks shared with other organizations. */
    SHARED_EGRESS,
    /** Measured round trips. */
    DELAY,
    /** Forged headers, log-ins to the console and billing. */
    CLIENT;

    /** Whether it speaks of a masked origin only, and can therefore never enforce alone. */
    public boolean indirect() {
        return this != PRIOR && this != DIRECT_EGRESS;
    }
}
