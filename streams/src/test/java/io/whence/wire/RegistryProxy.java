/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Stands before a registry, as a gateway would: demands credentials or speaks TLS. */
final class RegistryProxy implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final URI target;
    private final String scheme;
    private final List<String> credentials = new CopyOnWriteArrayList<>();

    private RegistryProxy(HttpServer server, String scheme, String target, String demanded) {
        this.server = server;
        this.scheme = scheme;
        this.target = URI.create(target);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            try (exchange) {
                var given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
                credentials.add(given);
                if (demanded.isEmpty() || demanded.equals(given)) {
                    pass(exchange);
                } else {
                    exchange.sendResponseHeaders(HttpURLConnection.HTTP_UNAUTHORIZED, -1);
                }
            }
        });
        server.start();
    }

    /** Lets only requests with that Authorization header through. */
    static RegistryProxy demanding(String authorization, String target) throws IOException {
        return new RegistryProxy(HttpServer.create(address(), 0), "http", target, authorization);
    }

    static RegistryProxy encrypted(SSLContext tls, String target) throws IOException {
        var server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new RegistryProxy(server, "https", target, "");
    }

    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort() + target.getPath();
    }

    /** The Authorization headers that came, {@code null} as text where there was none. */
    List<String> credentials() {
        return credentials;
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        var onward = (HttpURLConnection)
                target.resolve(exchange.getRequestURI().toString()).toURL().openConnection();
        onward.setRequestMethod(exchange.getRequestMethod());
        onward.setRequestProperty("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
        var question = exchange.getRequestBody().readAllBytes();
        if (question.length > 0) {
            onward.setDoOutput(true);
            onward.getOutputStream().write(question);
        }
        int status = onward.getResponseCode();
        try (var stream =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? onward.getInputStream() : onward.getErrorStream()) {
            var answer = stream == null ? new byte[0] : stream.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
