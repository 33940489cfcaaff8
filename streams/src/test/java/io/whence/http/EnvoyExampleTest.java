/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Scope;
import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example for Envoy: no Envoy runs here, but a filter that asks Whence, over HTTP, as the file says. */
class EnvoyExampleTest {

    private static final String CHINA = "1.119.192.1";
    private static final String FRANCE = "90.0.0.1";

    /** A busy machine is no Whence that is away. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Tokens TOKENS =
            Tokens.parse(List.of("gateway 3c65ee7945b3698245bc524d2aa0545610441708f4ec448967767b0fa64349d0 edge-1"));

    private final JsonNode envoy = read();
    private final JsonNode filters =
            envoy.at("/static_resources/listeners/0/filter_chains/0/filters/0/typed_config/http_filters");
    private final JsonNode config = filters.at("/0/typed_config");
    private final SampleGate sample = new SampleGate()
            .place(CHINA, "CN")
            .refuse("org-1", Scope.LOCATION, "CN")
            .refuse("org-2", Scope.PROJECT, "proj-1");
    private final TestServer whence = new TestServer(
            Samples.two(), new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, TOKENS), sample.gate());
    private final ExtAuthz filter = new ExtAuthz(config, whence.port(), LONG);

    @AfterEach
    void close() {
        whence.close();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("examples", "envoy", "envoy.yaml").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ExtAuthz.Asked asked(String method, String path, String address, String... headers) {
        Map<String, String> all = new HashMap<>(
                Map.of("host", "api.example.com", "authorization", "Bearer sk-of-the-caller", "cookie", "c=1"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new ExtAuthz.Asked(method, path, address, all);
    }

    private static ExtAuthz.Asked of(String organization, String address) {
        return asked("POST", "/v1/chat/completions?stream=true", address, "x-whence-organization", organization);
    }

    @Test
    void asksBeforeItRoutesAndNamesOnlyClustersThatAreThere() {
        assertThat(filters.findValuesAsText("@type"))
                .containsExactly(
                        "type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz",
                        "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router");
        List<String> clusters = envoy.at("/static_resources/clusters").findValuesAsText("name");
        assertThat(clusters).containsExactly("whence", "api");
        assertThat(clusters).containsAll(envoy.findValuesAsText("cluster"));
    }

    @Test
    void aRefusedCallerGetsTheCodeAndTheNoticeAndNothingElseOfOurs() {
        ExtAuthz.Outcome refused = filter.filter(of("org-1", CHINA));

        assertThat(refused.passed()).isFalse();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers())
                .containsOnlyKeys(
                        "content-length", "content-type", "x-whence-code", "x-whence-notice", "x-whence-shadow")
                .containsEntry("x-whence-notice", "notice-LOCATION");
        assertThat(refused.body()).contains("\"code\":\"unsupported_country_region_territory\"");
    }

    @Test
    void everybodyElsePassesAndTheApiSeesNothingOfIt() {
        assertThat(filter.filter(of("org-1", FRANCE))).isEqualTo(new ExtAuthz.Outcome(true, 200, Map.of(), ""));
        assertThat(filter.filter(of("org-3", CHINA)).passed()).isTrue();
        assertThat(filter.filter(asked("POST", "/v1/chat", CHINA)).passed())
                .as("nobody says whose it is")
                .isTrue();
    }

    @Test
    void keysAndProjectsGoAlong() {
        assertThat(filter.filter(asked(
                                "GET", "/", FRANCE, "x-whence-organization", "org-2", "x-whence-project", "proj-1"))
                        .passed())
                .isFalse();
        assertThat(filter.filter(asked(
                                "GET", "/", FRANCE, "x-whence-organization", "org-2", "x-whence-project", "proj-2"))
                        .passed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "HEAD, /v1/models",
        "PUT, /v1/files/a%20file.txt?part=1&of=2",
        "DELETE, /v1/files/x.y/",
        "PATCH, '/v1/things/%7Bid%7D'",
        "OPTIONS, /v1/chat",
        "GET, /v1/files/folder%2Fname",
        "GET, /v1//models",
        "GET, /v1/../models",
        "GET, /v1/;a=b/models",
        "GET, /v1/%2e%2e/models",
        "GET, /v1/files/100%25"
    })
    void whateverIsAskedForIsDecidedByWhoAsksAndFromWhere(String method, String path) {
        assertThat(filter.filter(asked(method, path, FRANCE, "x-whence-organization", "org-1"))
                        .status())
                .isEqualTo(200);
        assertThat(filter.filter(asked(method, path, CHINA, "x-whence-organization", "org-1"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCallerCannotSayWhereItIsNorSpeakForTheGateway() {
        assertThat(filter.filter(asked(
                                "GET",
                                "/",
                                CHINA,
                                "x-whence-organization",
                                "org-1",
                                "x-whence-address",
                                FRANCE,
                                "x-whence-token",
                                "made-up"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theKillSwitchOpensItAtOnce() {
        sample.control(ControlKind.STOP, Control.ALL, true);

        assertThat(filter.filter(of("org-1", CHINA)).passed()).isTrue();
    }

    @Test
    void withWhenceAwaySilentOrNotKnowingTheTokenRequestsPassAndAreMarked() throws IOException {
        ExtAuthz.Outcome failedOpen =
                new ExtAuthz.Outcome(true, 200, Map.of("x-envoy-auth-failure-mode-allowed", "true"), "");
        ObjectNode stranger = config.deepCopy();
        ((ObjectNode) stranger.at("/http_service/authorization_request/headers_to_add/1")).put("value", "another");
        assertThat(new ExtAuthz(stranger, whence.port(), LONG).filter(of("org-1", CHINA)))
                .isEqualTo(failedOpen);

        String timeout = config.at("/http_service/server_uri/timeout").asText();
        Duration patience = Duration.parse("PT" + timeout);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new ExtAuthz(config, silent.getLocalPort(), patience).filter(of("org-1", CHINA)))
                    .isEqualTo(failedOpen);
        }

        whence.close();
        assertThat(filter.filter(of("org-1", CHINA))).isEqualTo(failedOpen);
    }
}
