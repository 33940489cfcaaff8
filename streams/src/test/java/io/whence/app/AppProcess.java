/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.whence.quickstart.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** The application as a process of its own, as {@code whence run} starts it. */
final class AppProcess {

    /** The property that says how a process is compiled: benchmarks want it as in production. */
    static final String COMPILER = "whence.process.compiler";

    private final Process process;
    private final Path output;

    private AppProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static AppProcess start(Path folder, Map<String, String> settings) throws IOException {
        return start(folder, "run", settings);
    }

    /** Likewise, with another command than {@code run}. */
    static AppProcess start(Path folder, String subcommand, Map<String, String> settings) throws IOException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile(folder, "app", ".log");
        List<String> arguments = new ArrayList<>(List.of(subcommand));
        new TreeMap<>(settings).forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        Process process = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new AppProcess(process, output);
    }

    /** The settings of an application beside servers of a test; it looks for silent organizations often. */
    static Map<String, String> settings(LocalServers servers, Path state, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("bootstrap.servers", servers.broker().bootstrapServers()),
                Map.entry("schema.registry.url", servers.registry().url()),
                Map.entry("state.dir", state.toString()),
                Map.entry("kafka.consumer.session.timeout.ms", "6000"),
                Map.entry("topics.partitions", "2"),
                Map.entry("topics.replication.factor", "1"),
                Map.entry("policies", "openai-api"),
                Map.entry("geo.table", "false"),
                Map.entry("http.open", "true"),
                Map.entry("http.port", "0"),
                Map.entry("http.management.port", "0")));
        settings.putAll(more);
        return settings;
    }

    /** Runs a command of {@code whence} to its end, which must be a good one; returns what it said. */
    static String run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path said = Files.createTempFile(folder, arguments.get(0), ".log");
        Process process = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                System.getProperty(COMPILER, "-XX:TieredStopAtLevel=1"), // it lives for seconds
                "-cp",
                System.getProperty("java.class.path"),
                "io.whence.cli.Main"));
        command.addAll(arguments);
        return command;
    }

    /** What it has written to its log so far. */
    String log() throws IOException {
        return Files.readString(output);
    }

    /** Asks the API. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get("api", path);
    }

    /** Asks the management port. */
    HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        return get("management", path);
    }

    private HttpResponse<String> get(String listener, String path) throws IOException, InterruptedException {
        Matcher port = Pattern.compile("listening .*" + listener + "=(\\d+)").matcher(log());
        assertThat(port.find()).as("port of " + listener).isTrue();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    void awaitReady() {
        awaitOutput("-> RUNNING");
    }

    /** Waits until it has said this. */
    void awaitOutput(String text) {
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
                return Files.readString(output).contains(text);
            });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("not said: " + text + "\n" + said(), late);
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no shutdown hook, no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGTERM, and the truth about how it ended. */
    void stop() throws InterruptedException, IOException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isIn(0, 143);
    }
}
