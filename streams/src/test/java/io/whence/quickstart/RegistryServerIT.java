/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryServerIT {
    private static final Path HOME = Path.of(System.getProperty("whence.home", "."), "target", "registry");

    @TempDir
    Path directory;

    @Test
    void registersSchemasAndRefusesThoseThatBreakReaders() throws Exception {
        try (var registry = RegistryServer.start(HOME, directory)) {
            var client = new CachedSchemaRegistryClient(registry.url(), 10);
            var id = client.register("letters-value", record(""));

            assertThat(client.getSchemaById(id)).isEqualTo(record(""));
            assertThatThrownBy(() -> client.register("letters-value", record(field("added"))))
                    .isInstanceOf(RestClientException.class)
                    .satisfies(e ->
                            assertThat(((RestClientException) e).getStatus()).isEqualTo(409));
        }
    }

    @Test
    void nothingRunsOnAfterClose() throws Exception {
        var registry = RegistryServer.start(HOME, directory.resolve("run"));
        registry.close();
        registry.close();

        assertThat(registry.process().isAlive()).isFalse();
        try (var socket = new ServerSocket(registry.port(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void aFailedStartShowsTheEndOfTheLog() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> RegistryServer.start(HOME, directory, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("registry: ended while starting: exit code")
                    .hasMessageContaining("seems to be in use");
        }
    }

    @Test
    void doesNotTakeAnotherRegistryForItself() {
        try (var other = RegistryServer.start(HOME, directory.resolve("other"))) {
            assertThatThrownBy(() -> RegistryServer.start(HOME, directory.resolve("late"), other.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("registry: ended while starting");
        }
    }

    @Test
    void aMissingDistributionIsSaid() {
        assertThatThrownBy(() -> RegistryServer.start(directory, directory.resolve("run")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no apicurio-registry-app-*-runner.jar in " + directory);
    }

    @Test
    void goesWhenItsParentIsKilled() throws Exception {
        var said = directory.resolve("pid");
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        HOME.toString(),
                        directory.toString(),
                        said.toString())
                .inheritIO()
                .start();
        var child = ProcessHandle.of(awaitPid(parent, said)).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /** Starts a registry, says its process id, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            var registry = RegistryServer.start(Path.of(arguments[0]), Path.of(arguments[1], "run"));
            var pid = Path.of(arguments[2]);
            var half = Files.writeString(
                    pid.resolveSibling("half"),
                    String.valueOf(registry.process().pid()));
            Files.move(half, pid);
            Thread.currentThread().join();
        }
    }

    private static long awaitPid(Process parent, Path file) throws Exception {
        while (!Files.exists(file)) {
            assertThat(parent.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("parent ended early")
                    .isFalse();
        }
        return Long.parseLong(Files.readString(file));
    }

    private static AvroSchema record(String fields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"Letter\",\"fields\":[" + fields + "]}");
    }

    private static String field(String name) {
        return "{\"name\":\"" + name + "\",\"type\":\"string\"}";
    }
}
