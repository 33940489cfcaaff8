/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.whence.domain.cases.Scope;
import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example for Envoy: no Envoy runs here, but Whence is asked as the file says that Envoy would ask. */
class EnvoyExampleTest {

    private static final String TOKEN = "the-token-of-this-gateway";

    private final JsonNode envoy = read();
    private final JsonNode filters =
            envoy.at("/static_resources/listeners/0/filter_chains/0/filters/0/typed_config/http_filters");
    private final JsonNode authorization = filters.at("/0/typed_config");

    @Test
    void asksBeforeItRoutesFailsOpenAndNamesOnlyClustersThatAreThere() {
        assertThat(filters.findValuesAsText("@type"))
                .containsExactly(
                        "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz",
                        "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router");
        assertThat(authorization.at("/failure_mode_allow").asBoolean()).isTrue();
        List<String> clusters = envoy.at("/static_resources/clusters").findValuesAsText("name");
        assertThat(clusters).containsExactly("whence", "api");
        assertThat(clusters).containsAll(envoy.findValuesAsText("cluster"));
    }

    @Test
    void whenceAnswersWhatEnvoyAsks() throws IOException {
        SampleGate sample = new SampleGate()
                .place("1.119.192.1", "CN")
                .refuse("org-1", Scope.LOCATION, "CN")
                .refuse("org-2", Scope.PROJECT, "proj-1");
        Tokens tokens = Tokens.parse(
                List.of("gateway 3c65ee7945b3698245bc524d2aa0545610441708f4ec448967767b0fa64349d0 edge-1"));
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, tokens);
        try (TestServer whence = new TestServer(Samples.two(), settings, sample.gate())) {
            assertThat(ask(whence, "org-1", "1.119.192.1", TOKEN))
                    .startsWith("HTTP/1.1 403 ")
                    .containsIgnoringCase("x-whence-notice: notice-LOCATION")
                    .contains("\"code\":\"unsupported_country_region_territory\"");
            assertThat(ask(whence, "org-1", "90.0.0.1", TOKEN)).startsWith("HTTP/1.1 200 ");
            assertThat(ask(whence, "org-2", "90.0.0.1", TOKEN)).startsWith("HTTP/1.1 403 ");
            assertThat(ask(whence, "org-1", "1.119.192.1", "another"))
                    .as("an error, on which failure_mode_allow lets the request pass")
                    .startsWith("HTTP/1.1 503 ");
        }
    }

    /**
     * Method, host and Authorization are the caller's, the path is the caller's behind the prefix, there is no body.
     */
    private String ask(TestServer whence, String organizationId, String address, String token) throws IOException {
        StringBuilder request = new StringBuilder("POST "
                + authorization.at("/http_service/path_prefix").asText()
                + "/v1/chat/completions?stream=true HTTP/1.1\r\n"
                + "host: api.example.com\r\nauthorization: Bearer sk-of-the-caller\r\ncontent-length: 0\r\n"
                + "connection: close\r\n");
        for (JsonNode added : authorization.at("/http_service/authorization_request/headers_to_add")) {
            String value = added.at("/value")
                    .asText()
                    .replace("%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%", address)
                    .replace(TOKEN, token);
            request.append(added.at("/key").asText() + ": " + value + "\r\n");
        }
        List<String> passedOn = authorization.at("/allowed_headers/patterns").findValuesAsText("exact");
        assertThat(passedOn).contains("x-whence-organization", "x-whence-project");
        request.append("x-whence-organization: " + organizationId + "\r\nx-whence-project: proj-1\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), whence.port())) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("examples", "envoy", "envoy.yaml").toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
