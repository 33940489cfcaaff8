/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.gateway.Gate;
import io.whence.gateway.SampleGate;
import io.whence.news.NewsBoard;
import io.whence.query.SampleState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A server on any free port over sample state, and a client for it. */
final class TestServer implements AutoCloseable {

    private final AtomicReference<Optional<String>> unreadiness = new AtomicReference<>(Optional.empty());
    private final SampleDesk desk = new SampleDesk();
    private final NewsBoard news = new NewsBoard();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WhenceServer server;

    TestServer(SampleState state) {
        this(state, new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES));
    }

    TestServer(SampleState state, HttpSettings settings) {
        this(state, settings, new SampleGate().gate());
    }

    TestServer(SampleState state, HttpSettings settings, Gate gate) {
        Health health = new Health(
                List.of(new HealthCheck("threads", Optional::empty)),
                List.of(new HealthCheck("kafka-streams", unreadiness::get)));
        server = new WhenceServer(
                        settings,
                        new Sources(state.queriesWith(Clock.systemUTC()), gate, desk, news),
                        health,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
                .start();
    }

    /** The actions that were taken, as JSON. */
    List<String> actions() {
        return desk.taken();
    }

    NewsBoard news() {
        return news;
    }

    void unready(String reason) {
        unreadiness.set(Optional.of(reason));
    }

    int port() {
        return server.port();
    }

    int managementPort() {
        return server.managementPort();
    }

    HttpResponse<String> get(String path) {
        return send(request(server.port(), path));
    }

    HttpResponse<String> manage(String path) {
        return send(request(server.managementPort(), path));
    }

    HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        server.close();
    }
}
