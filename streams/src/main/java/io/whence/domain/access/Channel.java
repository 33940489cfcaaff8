/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/** The door an access event came through. */
public enum Channel {
    /** A request to the API with a key. */
    API,
    /** A log-in of one of the organization's people to the provider's console. */
    CONSOLE
}
