/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** A port cannot be listened on, because somebody else does or nobody may; the message says which and what to do. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, Throwable cause) {
        super(
                "cannot listen on " + host + ":" + port
                        + ": the port is taken, or not ours to take; name another in the"
                        + " settings that end in .port",
                cause);
    }
}
