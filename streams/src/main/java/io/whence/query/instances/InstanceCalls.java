/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances, each call within a bounded time. One that does not answer is left alone for a moment. */
public final class InstanceCalls {

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final HttpClient client;
    private final InstanceKey key;
    private final String scheme;
    private final Duration timeout;
    private final InstantSource clock;
    private final Map<HostInfo, Instant> leftAloneUntil = new ConcurrentHashMap<>();

    /**
     * Calls between instances.
     *
     * @param key what they know each other by
     * @param scheme {@code http}, or {@code https} where their certificates are trusted by this JVM
     * @param timeout how long a call may take, to its last byte
     * @param clock tells how long an instance has been away
     */
    public InstanceCalls(InstanceKey key, String scheme, Duration timeout, InstantSource clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.key = key;
        this.scheme = scheme;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * What an instance answers.
     *
     * @throws IOException when it does not, or did not a moment ago
     */
    byte[] get(HostInfo host, String request) throws IOException {
        Instant until = leftAloneUntil.get(host);
        if (until != null && clock.instant().isBefore(until)) {
            throw new IOException("it did not answer a moment ago");
        }
        try {
            HttpResponse<byte[]> answer =
                    send(HttpRequest.newBuilder(URI.create(scheme + "://" + host.host() + ":" + host.port() + request))
                            .header(InstanceKey.HEADER, key.ticket(request))
                            .build());
            leftAloneUntil.remove(host);
            if (answer.statusCode() != OK) {
                throw new NotHereException("it answers " + answer.statusCode());
            }
            return answer.body();
        } catch (NotHereException itLives) {
            throw itLives;
        } catch (IOException away) {
            leftAloneUntil.put(host, clock.instant().plus(LEFT_ALONE));
            throw away;
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unanswered) {
            answer.cancel(true);
            throw new IOException("it does not answer", unanswered);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    /** An instance that lives, and does not have what is asked for. */
    private static final class NotHereException extends IOException {

        private static final long serialVersionUID = 1;

        NotHereException(String message) {
            super(message);
        }
    }
}
