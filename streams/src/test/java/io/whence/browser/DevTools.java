/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The Chrome DevTools Protocol over a web socket: calls with their answers, and what went wrong on the page. */
final class DevTools implements WebSocket.Listener {

    private static final int SECONDS = 30;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools)
                .join();
        return tools;
    }

    /** Calls a method and waits for its answer. */
    JsonNode call(String method, Map<String, ?> parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        try {
            String text = json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
            socket.sendText(text, true).join();
            JsonNode answered = answer.get(SECONDS, TimeUnit.SECONDS);
            if (answered.has("error")) {
                throw new AssertionError(method + ": " + answered.get("error"));
            }
            return answered.get("result");
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (Exception silent) {
            throw new AssertionError(method + " was not answered", silent);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            try {
                take(json.readTree(whole));
            } catch (JsonProcessingException notJson) {
                problems.add(notJson.getMessage());
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void take(JsonNode event) {
        if (event.has("id")) {
            open.remove(event.get("id").asInt()).complete(event);
        } else if (event.at("/method").asText().equals("Runtime.exceptionThrown")) {
            problems.add(event.at("/params/exceptionDetails").toString());
        } else if (event.at("/method").asText().equals("Log.entryAdded")
                && event.at("/params/entry/level").asText().equals("error")) {
            problems.add(event.at("/params/entry/source").asText() + ": "
                    + event.at("/params/entry/text").asText());
        }
    }

    /** Exceptions nobody caught and what the browser refused, such as by the Content-Security-Policy. */
    List<String> problems() {
        return problems;
    }

    void close() {
        socket.abort();
    }
}
