/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.app.WhenceApp;
import io.whence.browser.Chromium;
import io.whence.browser.Tab;
import io.whence.config.ConfigLoader;
import io.whence.config.PolicyYaml;
import io.whence.config.WhenceConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The real application on a broker and a registry of its own, with the sample in it and an officer who may sign in. */
final class ServedPage implements AutoCloseable {

    /** The officer's token, long enough not to be guessed. */
    static final String OFFICER = "officer-" + "a".repeat(32);

    /** Somebody who may only look. */
    static final String VIEWER = "viewer-" + "b".repeat(32);

    /** The customer {@code lotus-robotics}, who may see itself. */
    static final String CUSTOMER = "customer-" + "c".repeat(32);

    private final LocalServers servers;
    private final WhenceApp app;

    private ServedPage(LocalServers servers, WhenceApp app) {
        this.servers = servers;
        this.app = app;
    }

    static ServedPage start(Path folder) throws Exception {
        Path registry = Path.of("target", "registry").toAbsolutePath();
        LocalServers servers = LocalServers.start(registry, folder);
        WhenceApp app = WhenceApp.start(
                new ConfigLoader().options(settings(folder, servers)).load(),
                List.of(PolicyYaml.load(SampleTraffic.POLICY).compile().orThrow()),
                Clock.systemUTC());
        try (Feed feed = new Feed(servers)) {
            feed.send(new HostileTraffic());
        }
        return new ServedPage(servers, app);
    }

    private static Map<String, String> settings(Path folder, LocalServers servers) throws Exception {
        Map<String, String> settings = new TreeMap<>(new HostileTraffic().settings());
        settings.put(WhenceConfig.APPLICATION_ID, "whence-page");
        settings.put(WhenceConfig.BOOTSTRAP_SERVERS, servers.broker().bootstrapServers());
        settings.put(WhenceConfig.SCHEMA_REGISTRY_URL, servers.registry().url());
        settings.put(WhenceConfig.STATE_DIR, folder.resolve("state").toString());
        settings.put(WhenceConfig.TOPICS_REPLICATION, "1");
        settings.put(WhenceConfig.COMMIT_INTERVAL, "200");
        settings.put(WhenceConfig.GEO_TABLE, "false");
        settings.put(WhenceConfig.IDLE_CLOSE, "3s");
        settings.put(WhenceConfig.HTTP_PORT, "0");
        settings.put(WhenceConfig.MANAGEMENT_PORT, "0");
        settings.put(WhenceConfig.TOKENS_FILE, tokens(folder).toString());
        return settings;
    }

    private static Path tokens(Path folder) throws Exception {
        return Files.write(
                folder.resolve("tokens"),
                List.of(
                        "officer " + hash(OFFICER) + " Jane Doe",
                        "viewer " + hash(VIEWER) + " Max Example",
                        "organization:lotus-robotics " + hash(CUSTOMER) + " Lotus"));
    }

    private static String hash(String token) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Opens a view in a tab of somebody who brings a token. */
    Tab visit(Chromium chromium, String token, String view) throws IOException, InterruptedException {
        Tab tab = chromium.tab().open(url() + "/my");
        tab.evaluate("sessionStorage.setItem('whence.token', '" + token + "')");
        return tab.open(url() + view);
    }

    /** Waits until all of the sample is counted, the last notices are there, and all partitions can be read. */
    void awaitSample() {
        int sent = HostileTraffic.requests();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> json("/v1/ledger").at("/total/consumed").asInt() == sent
                        && get("/v1/notices?organization_id=lotus-robotics").contains("ENFORCEMENT")
                        && isWhole("/v1/traffic")
                        && isWhole("/v1/organizations"));
    }

    private boolean isWhole(String path) throws IOException, InterruptedException {
        return send(path)
                .headers()
                .firstValue("Whence-State")
                .filter(state -> state.startsWith("complete=?1"))
                .isPresent();
    }

    /** What the API answers. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path));
    }

    /** The Content-Security-Policy of the page. */
    String securityPolicy() throws IOException, InterruptedException {
        return send("/").headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(path).body();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url() + path))
                                .header("Authorization", "Bearer " + VIEWER)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Where the page is, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + app.port();
    }

    @Override
    public void close() throws IOException {
        app.close();
        servers.close();
    }
}
