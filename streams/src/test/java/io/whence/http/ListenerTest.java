/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var listener = new Listener(
                        new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES),
                        taken.getLocalPort(),
                        List.of())) {
            assertThatThrownBy(listener::start)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageStartingWith(
                            "cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": the port is taken");
        }
    }
}
