/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.config.PolicyYaml;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Products;
import io.whence.domain.cases.Notice;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.policy.RegionPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy for some products judges these only; what is asked of others is in nobody's way. */
class ProductScopeTest {
    private static final String SHANGHAI = "114.80.1.1";
    private static final String BERLIN = "91.0.0.1";

    private final Scenario scenario = new Scenario(Products.parse(List.of("chat=/v1/chat", "images=/v1/images")))
            .givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134)
            .givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320);

    private final List<AccessEvent> events = new ArrayList<>();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void noticesOnlyWhatThePolicyAppliesTo() throws IOException {
        scenario.given(policy("chat-only", "products: [chat]"));
        requests("images-only", SHANGHAI, "/v1/images/generations", 40);
        requests("chat-abroad", SHANGHAI, "/v1/chat/completions", 40);
        requests("chat-abroad", SHANGHAI, "/v1/images/generations", 70);
        requests("chat-abroad", BERLIN, "/v1/chat/completions", 10);
        requests("chat-abroad", BERLIN, "/v1/models", 1000);

        Notice notice = replay().finish().expectOneNotice();

        assertThat(notice.organizationId()).isEqualTo("chat-abroad");
        assertThat(notice.regions()).singleElement().satisfies(traffic -> {
            assertThat(traffic.requests()).as("images are left out").isEqualTo(160);
            assertThat(traffic.share())
                    .as("a share of what the policy applies to")
                    .isEqualTo(0.8);
        });
        assertThat(scenario.traffic())
                .as("all of it is told of, whatever the product")
                .containsEntry("images-only,CN,2024-06-24", 40L)
                .containsEntry("chat-abroad,CN,2024-06-24", 110L);
    }

    @Test
    void noticesTheRestOfTheApiUnderItsReservedName() throws IOException {
        scenario.given(policy("rest-only", "products: [other]"));
        requests("models-abroad", SHANGHAI, "/v1/models", 40);
        requests("chat-abroad", SHANGHAI, "/v1/chat", 40);

        assertThat(replay().finish().expectOneNotice().organizationId()).isEqualTo("models-abroad");
    }

    @Test
    void tellsEachTallyWithItsProductAndTheStandingsThatApply() throws IOException {
        scenario.given(policy("chat-only", "products: [chat]")).given(policy("whole-api", "mode: shadow"));
        requests("acme", SHANGHAI, "/v1/chat", 1);
        requests("acme", SHANGHAI, "/v1/images", 1);

        List<JsonNode> rows = finishAndReadTraffic();

        assertThat(rows)
                .filteredOn(row -> row.get("product").asText().equals("chat"))
                .hasSize(5)
                .allSatisfy(
                        row -> assertThat(row.findValuesAsText("policy_id")).containsExactly("chat-only", "whole-api"));
        assertThat(rows)
                .filteredOn(row -> row.get("product").asText().equals("images"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.findValuesAsText("policy_id")).containsExactly("whole-api"));
    }

    @Test
    void keepsNoProductsApartWhenNoPolicyAsksForThem() throws IOException {
        scenario.given(policy("whole-api", "mode: shadow"));
        requests("acme", SHANGHAI, "/v1/chat", 1);
        requests("acme", SHANGHAI, "/v1/images", 1);

        assertThat(finishAndReadTraffic()).hasSize(5).allSatisfy(row -> {
            assertThat(row.get("product").asText()).isEmpty();
            assertThat(row.get("requests").asLong()).isEqualTo(2);
        });
    }

    private List<JsonNode> finishAndReadTraffic() throws IOException {
        replay().backtest().finish();
        ObjectMapper json = new ObjectMapper();
        return scenario.backtest().drain().traffic().stream()
                .map(row -> {
                    try {
                        return json.readTree(row);
                    } catch (IOException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .toList();
    }

    private Scenario replay() {
        events.sort(Comparator.comparing(AccessEvent::timestamp));
        events.forEach(scenario::accept);
        return scenario;
    }

    /** So many requests at noon of each of five days from the announcement on. */
    private void requests(String organization, String address, String path, int requestsADay) {
        for (int day = 24; day < 29; day++) {
            for (int request = 0; request < requestsADay; request++) {
                String time = Instant.parse("2024-06-" + day + "T12:00:00Z")
                        .plusSeconds(request)
                        .toString();
                String id = String.join("-", path, address, time);
                events.add(Scenario.event(organization, id, time, address, path, 200));
            }
        }
    }

    private static RegionPolicy policy(String id, String line) {
        return PolicyYaml.read(id, """
                id: %s
                versions:
                  - version: 1
                    title: Example
                    source: Help page
                    source_date: 2024-06-24
                    announced: 2024-06-24
                    effective: 2024-07-09
                    grace: P15D
                    default: supported
                    unsupported: [CN, HK, MO]
                    %s
                """.formatted(id, line)).compile().orThrow();
    }
}
