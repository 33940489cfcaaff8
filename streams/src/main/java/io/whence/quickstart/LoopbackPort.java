/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1 that servers of the quickstart listen on. */
final class LoopbackPort {
    /** Stands for a port the system chooses. */
    static final int ANY = 0;

    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /** The wanted port, whether free or not, or a free one for {@link #ANY}. */
    static int orFree(int wanted) {
        return wanted == ANY ? free() : wanted;
    }

    /** The wanted port when it is free, or another one that is. */
    static int prefer(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    static boolean isFree(int port) {
        try (var socket = open(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int free() {
        try (var socket = open(ANY)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
