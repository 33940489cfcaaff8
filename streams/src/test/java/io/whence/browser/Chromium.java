/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A Chromium of this machine without a window, driven over its own protocol: no driver has to fit its version. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    /** Nothing of it may ask anybody but the page under test. */
    private static final List<String> ALONE = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-GB",
            "--force-color-profile=srgb",
            "--remote-debugging-port=0");

    private final Process process;
    private final String address;
    private final List<Tab> tabs = new ArrayList<>();

    private Chromium(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Where one is installed: named by the property {@code whence.chromium}, or on the path. */
    public static Optional<Path> find() {
        String named = System.getProperty("whence.chromium");
        return named == null || named.isBlank()
                ? Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(System.getenv("PATH"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst()
                : Optional.of(Path.of(named));
    }

    /**
     * Starts one.
     *
     * @param folder keeps what it keeps; nothing is left elsewhere
     */
    public static Chromium start(Path program, Path folder) throws IOException {
        Path profile = Files.createDirectories(folder.resolve("chromium"));
        List<String> command = new ArrayList<>(List.of(program.toString(), "--user-data-dir=" + profile));
        command.addAll(ALONE);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Path port = profile.resolve("DevToolsActivePort");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(port) && Files.readAllLines(port).size() > 1);
        return new Chromium(
                process, "http://127.0.0.1:" + Files.readAllLines(port).get(0));
    }

    /** Opens a tab. */
    public Tab tab() throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(address + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.ofString())
                .body();
        String socket =
                new ObjectMapper().readTree(answer).get("webSocketDebuggerUrl").asText();
        Tab tab = new Tab(DevTools.connect(URI.create(socket)));
        tabs.add(tab);
        return tab;
    }

    @Override
    public void close() {
        tabs.forEach(Tab::close);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
