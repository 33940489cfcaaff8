/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreflightApiTest {

    private final TestServer server = new TestServer(
            Samples.two(),
            new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES),
            new SampleGate().place("1.119.192.1", "CN").place("8.8.8.8", "US").gate());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysOfAnUnsupportedPlaceWhatAppliesAndSinceWhen() {
        JsonNode answer = ask("/v1/preflight?address=1.119.192.1&at=2024-07-01");

        assertThat(answer.at("/place/region").asText()).isEqualTo("CN");
        assertThat(answer.at("/place/unlocated").isNull()).isTrue();
        assertThat(answer.at("/today/standing").asText()).isEqualTo("UNSUPPORTED");
        assertThat(answer.at("/today/day").asText()).isEqualTo("2024-07-20");
        assertThat(answer.at("/today/policies/0/reason").asText()).isEqualTo("CN is not supported.");
        assertThat(answer.at("/on_day/day").asText()).isEqualTo("2024-07-01");
        assertThat(answer.at("/on_day/policies/0/reason").asText())
                .isEqualTo("CN will not be supported when this version takes effect.");
        assertThat(answer.at("/on_day/policies/0/effective_at").asText()).isEqualTo("2024-07-09T00:00:00Z");
    }

    @Test
    void saysThatASupportedPlaceIsFine() {
        JsonNode answer = ask("/v1/preflight?address=8.8.8.8");

        assertThat(answer.at("/today/standing").asText()).isEqualTo("SUPPORTED");
        assertThat(answer.at("/on_day")).isEqualTo(answer.at("/today"));
    }

    @Test
    void accusesNobodyWhosePlaceIsNotKnown() {
        JsonNode answer = ask("/v1/preflight?address=10.1.2.3");

        assertThat(answer.at("/place/unlocated").asText()).isEqualTo("NON_ROUTABLE");
        assertThat(answer.at("/today/standing").asText()).isEqualTo("INDETERMINATE");
        assertThat(answer.at("/today/policies/0/reason").asText()).isEqualTo("No database knows where the address is.");
    }

    @Test
    void saysWhatToGive() {
        assertThat(server.get("/v1/preflight").body()).contains("Give address as");
        assertThat(server.get("/v1/preflight?address=example.org").statusCode()).isEqualTo(400);
        assertThat(server.get("/v1/preflight?address=8.8.8.8&at=tomorrow").body())
                .contains("2024-07-09");
    }

    private JsonNode ask(String path) {
        return Json.read(server.get(path).body(), JsonNode.class);
    }
}
