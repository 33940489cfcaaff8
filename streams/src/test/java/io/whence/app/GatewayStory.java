/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.config.ConfigLoader;
import io.whence.config.PolicyYaml;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.PolicyText;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MmdbFile;
import io.whence.geo.TestDatabases;
import io.whence.quickstart.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Organizations in regions that are not supported, on a real broker: eleven days of traffic up to four days ago, a
 * warning after four of them, an order due two days ago. Whoever approves and sends one more event brings the order.
 */
final class GatewayStory implements AutoCloseable {

    /** Refused by a live policy that asks for one officer. */
    static final String CHINA = "1.1.0.7";

    /** Refused by a policy that is only tried out. */
    static final String IRAN = "1.2.0.7";

    static final String GERMANY = "1.3.0.7";

    static final int DAYS = 11;
    private static final int FIRST_DAY = 14;
    private static final int REQUESTS_A_DAY = 26;
    private static final Duration DUE = Duration.ofHours(36);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** SHA-256 of "gate" and "act". */
    private static final List<String> TOKENS = List.of(
            "gateway c974e17b8e7321ce8c12983de3d0ed4a289821f579bbe0925b0181a4bc8e8d80 edge-1",
            "officer f83f07be16e270186d35b876916c461995ebc3af5b1798f898c33285a1847dbc Jane Doe");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final LocalServers servers;
    private final AccessLogProducer producer;
    private final Map<String, String> settings;
    private WhenceApp app;

    private GatewayStory(LocalServers servers, Path folder, Map<String, String> more)
            throws IOException, GeoSourceException {
        this.servers = servers;
        producer = new AccessLogProducer(
                servers.broker().bootstrapServers(), servers.registry().url());
        settings = new TreeMap<>(AppProcess.settings(servers, folder.resolve("state"), databases(folder)));
        settings.putAll(Map.of("policies", "", "breaker.share", "1", "breaker.organizations", "1000000"));
        settings.put(
                "http.tokens.file",
                Files.write(folder.resolve("tokens"), TOKENS).toString());
        settings.putAll(more);
        app = run();
    }

    /** Starts the servers and the application in a folder of the test's. */
    static GatewayStory start(Path folder, Map<String, String> more) throws IOException, GeoSourceException {
        return new GatewayStory(
                LocalServers.start(Path.of("target", "registry"), folder.resolve("servers")), folder, more);
    }

    private WhenceApp run() throws GeoSourceException {
        return WhenceApp.start(config(), List.of(live(), shadow()), Clock.systemUTC());
    }

    private WhenceConfig config() {
        return new ConfigLoader().options(settings).load();
    }

    private static RegionPolicy live() {
        return PolicyText.version(1, "grace: P7D", "mode: live", "approvals: 1").policy();
    }

    private static RegionPolicy shadow() {
        String text = PolicyText.version(1, "grace: P7D", "mode: shadow", "unsupported: [IR]")
                .yaml()
                .replace("id: example", "id: trial");
        return PolicyYaml.read("trial.yaml", text).compile().orThrow();
    }

    private Map<String, String> databases(Path folder) throws IOException {
        Instant built = today.minus(Duration.ofDays(2));
        MmdbFile city = MmdbFile.of("GeoIP2-City").builtAt(built);
        MmdbFile asn = MmdbFile.of("GeoLite2-ASN").builtAt(built);
        MmdbFile second = MmdbFile.of("country ipvAll").builtAt(built);
        Map.of(CHINA, "CN", IRAN, "IR", GERMANY, "DE").forEach((address, country) -> {
            String network = address.replace(".0.7", ".0.0/16");
            city.with(network, TestDatabases.place(country, country));
            asn.with(network, TestDatabases.operator(4134, "Example Telecom"));
            second.with(network, TestDatabases.flat(country));
        });
        return Map.of(
                "geo.city", city.write(folder.resolve("city.mmdb")).toString(),
                "geo.asn", asn.write(folder.resolve("asn.mmdb")).toString(),
                "geo.second", second.write(folder.resolve("second.mmdb")).toString());
    }

    /** The gateway's part goes away and comes back, with all of the application. */
    void restart() throws GeoSourceException {
        app.close();
        app = run();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> send("/v1/decisions", "gate").statusCode() == 200);
    }

    /** Sends the eleven days of organizations, and waits until all of them are warned. */
    void warn(Collection<String> organizations, String address) {
        for (int day = FIRST_DAY; day > FIRST_DAY - DAYS; day--) {
            Instant noon = today.minus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            for (String organization : organizations) {
                for (int request = 0; request < REQUESTS_A_DAY; request++) {
                    send(organization, day + "-" + request, noon.plusSeconds(request), address);
                }
            }
        }
        producer.flush();
        for (String organization : organizations) {
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> states(organization).contains("NOTICED"));
        }
    }

    /** The next event of an organization, after its grace. */
    void sendWhenDue(String organization, String address) {
        send(organization, "due", today.minus(DUE), address);
        producer.flush();
    }

    /** One event more, at the next midnight after that one. */
    void sendTheNextDay(String organization, String address) {
        send(organization, "next-day", today.minus(DUE).plus(Duration.ofHours(12)), address);
        producer.flush();
    }

    /** One event of one of many organizations that keep to the rules. */
    void sendNow(int number) {
        String time = Instant.now().toString();
        producer.send(Scenario.event("other-" + number % 1_000, "other-" + number, time, GERMANY));
    }

    /** Waits until those who fetch all decisions are told of a control. */
    void awaitControl(String key, boolean active) {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> send("/v1/decisions", "gate").body().contains(key) == active);
    }

    private void send(String organization, String id, Instant at, String address) {
        producer.send(Scenario.event(organization, id, at.toString(), address));
    }

    private List<String> states(String organization) throws IOException, InterruptedException {
        return read(send("/v1/organizations/" + organization, "act"))
                .get("cases")
                .findValuesAsText("state");
    }

    /** An officer acts over HTTP; waits until it is carried out, and returns what became of it. */
    JsonNode act(String organization, String id, String action) throws IOException, InterruptedException {
        return awaitDone(post(organization, id, action));
    }

    /** Waits until an action is carried out; returns what became of it. */
    JsonNode awaitDone(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> read(send(location, "act")),
                        became -> !became.at("/status").asText().equals("NOT_SEEN"));
    }

    /** Sends an officer's action; returns where to ask what became of it, as soon as it is accepted. */
    String post(String organization, String id, String action) throws IOException, InterruptedException {
        HttpRequest request = request("/v1/organizations/" + organization + "/actions", "act")
                .header("Idempotency-Key", id)
                .POST(HttpRequest.BodyPublishers.ofString(action))
                .build();
        HttpResponse<String> taken = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        return taken.headers().firstValue("location").orElseThrow();
    }

    /** What the gateway is told of a request from an address. */
    JsonNode check(String organization, String address) throws IOException, InterruptedException {
        return read(send("/v1/check?organization_id=" + organization + "&address=" + address, "gate"));
    }

    HttpResponse<String> send(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** The topic of controls, for as long as a piece of work takes. */
    void withControls(Consumer<ControlTopic> work) {
        ControlTopic.with(config(), Clock.systemUTC(), topic -> {
            work.accept(topic);
            return topic;
        });
    }

    NoticeWatch watchNotices() throws InterruptedException {
        return NoticeWatch.start(servers.broker().bootstrapServers());
    }

    TopicReader topics() {
        return new TopicReader(
                servers.broker().bootstrapServers(), servers.registry().url());
    }

    int port() {
        return app.port();
    }

    @Override
    public void close() {
        app.close();
        producer.close();
        servers.close();
    }
}
