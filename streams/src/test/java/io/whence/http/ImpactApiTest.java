/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.policy.PolicyText;
import io.whence.query.Samples;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImpactApiTest {
    private static final String ASKED = "/v1/policies/impact?at=2024-08-01";

    private final TestServer server = new TestServer(Samples.two());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void saysWhoWouldBeNoticedUnderAPolicyInYaml() {
        HttpResponse<String> answer = post(
                ASKED,
                PolicyText.version(1, "announced: 2024-07-13", "effective: 2024-08-01")
                        .yaml());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode impact = Json.read(answer.body(), JsonNode.class);
        assertThat(impact.get("at").asText()).isEqualTo("2024-08-01T00:00:00Z");
        assertThat(impact.get("organizations").asInt()).isEqualTo(2);
        assertThat(impact.get("counts"))
                .hasToString("{\"advised\":0,\"enforced\":0,\"lifted\":0,\"visits_refused\":0,\"warned\":1}");
        assertThat(impact.at("/affected/0/organization_id").asText()).isEqualTo(Samples.JADE);
        assertThat(impact.at("/affected/0/regions/0/region").asText()).isEqualTo("CN");
        assertThat(impact.at("/affected/0/regions/0/requests").asLong()).isPositive();
        assertThat(impact.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "policy_id", "version", "at", "organizations", "counts", "affected", "caveats");
    }

    @Test
    void looksAtEverybodyWhenAskedTo() {
        String policy = PolicyText.version(1, "announced: 2024-07-13", "effective: 2024-08-01")
                .yaml();
        String everybody = post(ASKED + "&whose=everybody", policy).body();

        assertThat(post(ASKED, policy).body()).contains("ask with whose=everybody");
        assertThat(Json.read(everybody, JsonNode.class).get("caveats"))
                .as(everybody)
                .isEmpty();
        assertThat(post(ASKED + "&whose=all", policy).body()).contains("Give whose as one of seen, everybody.");
    }

    @Test
    void takesJsonAsWell() {
        String json = """
                {"id": "example", "versions": [{"version": 1, "title": "Example", "source": "Help page",
                "source_date": "2024-06-24", "announced": "2024-07-13", "effective": "2024-08-01", "grace": "P15D",
                "default": "supported", "unsupported": ["CN", "HK", "MO"]}]}""";

        assertThat(Json.read(post(ASKED, json).body(), JsonNode.class)
                        .at("/counts/warned")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void liftsWhatThePublishedPolicyOfTheSameIdHolds() {
        String everywhere =
                PolicyText.version(1, "unsupported: [KP, HK, MO]").yaml().replace("id: example", "id: openai-api");

        JsonNode impact = Json.read(post(ASKED, everywhere).body(), JsonNode.class);

        assertThat(impact.at("/counts/lifted").asInt()).isEqualTo(1);
        assertThat(impact.at("/affected/0/regions/0/before").asText()).isEqualTo("UNSUPPORTED");
        assertThat(impact.at("/affected/0/regions/0/after").asText()).isEqualTo("SUPPORTED");
    }

    @Test
    void refusesAPolicyThatIsNotInOrderNamingTheLine() {
        HttpResponse<String> answer =
                post(ASKED, PolicyText.version(1, "grace: soon").yaml());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("body:9: versions[0].grace: 'soon' is not a duration");
        assertThat(post(ASKED, "").statusCode()).isEqualTo(400);
        assertThat(post(ASKED, "\0\1").statusCode()).isEqualTo(400);
    }

    @Test
    void asksForTheDay() {
        assertThat(post("/v1/policies/impact", PolicyText.version(1).yaml()).body())
                .contains("Give at as a day such as 2024-07-09.");
        assertThat(server.get("/v1/policies/impact").statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> post(String path, String body) {
        return server.send(server.request(server.port(), path).POST(BodyPublishers.ofString(body)));
    }
}
