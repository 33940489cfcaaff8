/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

/** A kind of evidence whose findings depend on each other, and are therefore capped together. */
public enum Family {
    /** What is assumed before any evidence. */
    PRIOR,
    /** Requests that come straight out of networks in an unsupported region. */
    DIRECT_EGRESS
}
