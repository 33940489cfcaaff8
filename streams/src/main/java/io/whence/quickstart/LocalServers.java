/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

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

    /**
     * Starts both on given ports.
     *
     * @throws IllegalStateException when one fails or the thread is interrupted; the other is stopped again then
     */
    public static LocalServers start(Path registryHome, Path directory, Ports ports) {
        var registry = new FutureTask<>(
                () -> RegistryServer.start(registryHome, directory.resolve("registry"), ports.registry()));
        var starting = new Thread(registry, "registry-start");
        starting.start();
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(directory.resolve("broker"), ports.broker());
        } catch (IllegalStateException e) {
            stop(starting, registry);
            throw e;
        }
        try {
            return new LocalServers(broker, registry.get());
        } catch (ExecutionException | InterruptedException e) {
            stop(starting, registry);
            broker.close();
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(cause.getMessage(), cause);
        }
    }

    private static void stop(Thread starting, FutureTask<RegistryServer> registry) {
        starting.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            registry.get().close();
        } catch (ExecutionException stoppedItself) {
            // as it does when it cannot start
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
