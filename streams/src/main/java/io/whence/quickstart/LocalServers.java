/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Kafka and a schema registry on this machine, started side by side and stopped together.
 *
 * @param broker the Kafka broker
 * @param registry the schema registry
 */
public record LocalServers(EmbeddedBroker broker, RegistryServer registry) implements AutoCloseable {

    /**
     * Starts both on free ports.
     *
     * @param registryHome the unpacked Apicurio distribution
     * @param directory where both keep their files; the caller removes it afterwards
     */
    public static LocalServers start(Path registryHome, Path directory) {
        return start(registryHome, directory, new Ports(LoopbackPort.ANY, LoopbackPort.ANY));
    }

    /** Starts both on given ports; when one fails, the other is stopped again. */
    public static LocalServers start(Path registryHome, Path directory, Ports ports) {
        var registry = CompletableFuture.supplyAsync(
                () -> RegistryServer.start(registryHome, directory.resolve("registry"), ports.registry()),
                task -> new Thread(task, "registry-start").start());
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(directory.resolve("broker"), ports.broker());
        } catch (IllegalStateException e) {
            registry.thenAccept(RegistryServer::close)
                    .exceptionally(alsoFailed -> null)
                    .join();
            throw e;
        }
        try {
            return new LocalServers(broker, registry.join());
        } catch (CompletionException e) {
            broker.close();
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(cause.getMessage(), cause);
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    /**
     * Where to listen; 0 means a free port.
     *
     * @param broker port of the broker
     * @param registry port of the registry
     */
    public record Ports(int broker, int registry) {}
}
