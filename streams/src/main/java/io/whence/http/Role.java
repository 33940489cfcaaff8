/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** What the holder of a token may do. */
public enum Role {
    /** Read. */
    VIEWER,
    /** Ask what gateways ask, and no more. */
    GATEWAY,
    /** Read, and act in their own name. */
    OFFICER
}
