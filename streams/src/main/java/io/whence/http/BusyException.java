/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** A caller who asks more often than is allowed. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BusyException() {
        super("You ask more often than http.rate.limit allows; wait a little.");
    }
}
