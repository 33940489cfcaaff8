/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.quickstart.LocalServers.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersIT {
    private static final Path REGISTRY_HOME = Path.of(System.getProperty("whence.home", "."), "target", "registry");

    @TempDir
    Path directory;

    @Test
    void aBrokerThatFailsTakesTheRegistryWithIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var ports = new Ports(taken.getLocalPort(), LoopbackPort.ANY);

            assertThatThrownBy(() -> LocalServers.start(REGISTRY_HOME, directory, ports))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("broker");
        }
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aRegistryThatFailsTakesTheBrokerWithIt() throws Exception {
        var port = LoopbackPort.orFree(LoopbackPort.ANY);

        assertThatThrownBy(() -> LocalServers.start(directory, directory, new Ports(port, LoopbackPort.ANY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registry");

        try (var socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}
