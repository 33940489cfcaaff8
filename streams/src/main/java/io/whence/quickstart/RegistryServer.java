/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A real schema registry (Apicurio, in memory) as a child process, reachable from this machine only. It speaks the
 * protocol of the Confluent registry under {@link #url} and, like that one, refuses schemas that break readers of
 * earlier versions.
 */
public final class RegistryServer implements AutoCloseable {
    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 100;
    private static final int TIMEOUT_MILLIS = 5_000;

    /** Header by which its answers are told from those of another registry that was faster to take the port. */
    private static final String IDENTITY = "X-Whence-Registry";

    private final ChildJvm child;
    private final int port;
    private final String identity;

    private RegistryServer(ChildJvm child, int port, String identity) {
        this.child = child;
        this.port = port;
        this.identity = identity;
    }

    /** Starts on a free port; returns when it answers. */
    public static RegistryServer start(Path home, Path directory) {
        return start(home, directory, LoopbackPort.ANY);
    }

    /**
     * Starts on a given port; returns when it answers.
     *
     * @param home the unpacked Apicurio distribution
     * @param directory for its log and temporary files; created when missing, left in place by {@link #close}
     * @param port 1 to 65535, or 0 for a free one
     * @throws IllegalStateException when it does not come up; says the end of its log. Nothing is left running then
     */
    public static RegistryServer start(Path home, Path directory, int port) {
        var chosen = LoopbackPort.orFree(port);
        var identity = UUID.randomUUID().toString();
        var child = ChildJvm.start(directory, jarIn(home), MAIN_CLASS, flags(chosen, identity));
        var registry = new RegistryServer(child, chosen, identity);
        try {
            registry.awaitAnswer();
            registry.refuseBreakingSchemas();
        } catch (IOException | IllegalStateException e) {
            registry.close();
            throw new IllegalStateException("registry: " + e.getMessage() + ": " + child.lastWords(), e);
        }
        return registry;
    }

    /** What clients take as {@code schema.registry.url}. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + port + "/apis/ccompat/v7";
    }

    public int port() {
        return port;
    }

    /** The child process, for those who want to watch or hurt it. */
    public ProcessHandle process() {
        return child.handle();
    }

    /** Ends the child process and waits for it; does nothing the second time. */
    @Override
    public void close() {
        child.close();
    }

    private static Path jarIn(Path home) {
        try (var jars = Files.newDirectoryStream(home, "apicurio-registry-app-*-runner.jar")) {
            for (var jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("registry: not unpacked in " + home, e);
        }
        throw new IllegalStateException("registry: no apicurio-registry-app-*-runner.jar in " + home);
    }

    private static List<String> flags(int port, String identity) {
        return List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=" + LoopbackPort.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.header.\"" + IDENTITY + "\".value=" + identity);
    }

    private void awaitAnswer() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!child.isAlive()) {
                throw new IllegalStateException("ended while starting");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("no answer on " + url() + " within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private boolean answers() throws IOException {
        var connection = connect("/subjects");
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                    && identity.equals(connection.getHeaderField(IDENTITY));
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    /** Apicurio checks nothing unless asked; the Confluent registry demands backward compatibility from the start. */
    private void refuseBreakingSchemas() throws IOException {
        var connection = connect("/config");
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (var body = connection.getOutputStream()) {
            body.write("{\"compatibility\":\"BACKWARD\"}".getBytes(StandardCharsets.UTF_8));
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("cannot set compatibility: HTTP " + connection.getResponseCode());
        }
    }

    private HttpURLConnection connect(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS); // another process starts, which can only be asked
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
