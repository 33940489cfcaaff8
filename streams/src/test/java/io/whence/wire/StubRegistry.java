/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server that answers every request as a test says, and remembers what it was asked. */
final class StubRegistry implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    StubRegistry(Answer answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            try (exchange) {
                this.answer.to(exchange);
            }
        });
        server.start();
    }

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;

        /** A whole answer. */
        static Answer of(int status, String body) {
            return exchange -> {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            };
        }

        /** What a registry says that has no such schema. */
        static Answer noSuchSchema() {
            return noSuchSchema(of(200, "[\"others-value\"]"));
        }

        /** Likewise, with another answer to the question for all subjects. */
        static Answer noSuchSchema(Answer subjects) {
            var denial = of(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
            return exchange ->
                    (exchange.getRequestURI().getPath().equals("/subjects") ? subjects : denial).to(exchange);
        }
    }

    void answer(Answer next) {
        answer = next;
    }

    List<String> asked() {
        return asked;
    }

    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put(
                "schema.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
        settings.put("http.connect.timeout.ms", "500");
        settings.put("http.read.timeout.ms", "500");
        return settings;
    }

    @Override
    public void close() {
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }
}
