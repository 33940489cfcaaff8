/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Does with a request what the reference of Envoy says that {@code ext_authz} with an HTTP service does: method, host
 * and Authorization are the caller's, the path is the caller's behind the prefix, there is no body; of the caller's
 * headers those that are allowed go along, and what is added overrides them. 200 lets the request pass, an error, a 5xx
 * or silence is a failure, anything else is the caller's answer, with the headers that are allowed.
 *
 * @param config the filter's part of the example
 * @param port where Whence is
 * @param patience how long an answer is waited for
 */
record ExtAuthz(JsonNode config, int port, Duration patience) {

    /** Sent to the service whether they are allowed or not. */
    private static final Set<String> ALWAYS = Set.of("host", "authorization");

    /** Passed on to a caller that is refused, beside those that are allowed. */
    private static final Set<String> AUTOMATIC = Set.of("content-length", "www-authenticate", "location");

    /**
     * A request as it comes to the filter.
     *
     * @param method its method
     * @param path its path, with the query
     * @param address the client's address
     * @param headers its headers, by names in lower case
     */
    record Asked(String method, String path, String address, Map<String, String> headers) {}

    /**
     * What becomes of it.
     *
     * @param passed whether it goes on to the API
     * @param status what the caller gets otherwise
     * @param headers what is added for the API, or given to the caller
     * @param body what the caller gets
     */
    record Outcome(boolean passed, int status, Map<String, String> headers, String body) {}

    Outcome filter(Asked asked) {
        try {
            String answer = send(request(asked));
            int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
            if (status == 200) {
                return new Outcome(true, status, Map.of(), "");
            }
            return status == 0 || status >= 500 ? failed() : denied(status, answer);
        } catch (IOException away) {
            return failed();
        }
    }

    private String request(Asked asked) {
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> allowed = config.at("/allowed_headers/patterns").findValuesAsText("exact");
        asked.headers().forEach((name, value) -> {
            if (ALWAYS.contains(name) || allowed.contains(name)) {
                headers.put(name, value);
            }
        });
        for (JsonNode added : config.at("/http_service/authorization_request/headers_to_add")) {
            headers.put(
                    added.at("/key").asText(),
                    added.at("/value").asText().replace("%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%", asked.address()));
        }
        headers.put("content-length", "0");
        headers.put("connection", "close");
        StringBuilder text = new StringBuilder(asked.method() + " "
                + config.at("/http_service/path_prefix").asText() + asked.path() + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        return text + "\r\n";
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Outcome failed() {
        boolean marked = config.at("/failure_mode_allow_header_add").asBoolean();
        return config.at("/failure_mode_allow").asBoolean()
                ? new Outcome(true, 200, marked ? Map.of("x-envoy-auth-failure-mode-allowed", "true") : Map.of(), "")
                : new Outcome(false, 403, Map.of(), "");
    }

    private Outcome denied(int status, String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        JsonNode allowed = config.at("/http_service/authorization_response/allowed_client_headers/patterns");
        Map<String, String> headers = new TreeMap<>();
        Stream.of(parts[0].split("\r\n")).skip(1).forEach(line -> {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            boolean passes = AUTOMATIC.contains(name)
                    || allowed.findValuesAsText("exact").contains(name)
                    || allowed.findValuesAsText("prefix").stream().anyMatch(name::startsWith);
            if (passes) {
                headers.put(name, line.substring(line.indexOf(':') + 1).strip());
            }
        });
        return new Outcome(false, status, headers, parts[1]);
    }
}
