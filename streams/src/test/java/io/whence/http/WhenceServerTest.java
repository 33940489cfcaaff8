/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.query.SampleState;
import io.whence.query.Samples;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsRebalancingException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhenceServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SampleState state = Samples.all();
    private final TestServer server = new TestServer(state);

    @AfterEach
    void makeReadable() {
        state.memory().unreadable(null);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void listsOrganizationsWithTheirRegionsWorstFirst() {
        JsonNode page = ok("/v1/organizations?limit=2");

        assertThat(page.at("/total").asInt()).isEqualTo(13);
        assertThat(page.at("/organizations")).hasSize(2);
        JsonNode worst = page.at("/organizations/0");
        assertThat(worst.at("/organization/organization_id").asText()).isEqualTo(Samples.JADE);
        assertThat(worst.at("/cases/0/state").asText()).isEqualTo("ENFORCED");
        assertThat(worst.at("/cases/0/enforceable_from").asText()).isEqualTo("2024-07-10T00:00:00Z");
        assertThat(worst.at("/regions/0/region").asText()).isEqualTo("CN");
        assertThat(worst.at("/regions/0/standing").asText()).isEqualTo("UNSUPPORTED");
        assertThat(worst.at("/regions/0/requests").asLong()).isPositive();
    }

    @Test
    void filtersOrganizations() {
        assertThat(ok("/v1/organizations?q=kestrel").at("/total").asInt()).isEqualTo(1);
        assertThat(ok("/v1/organizations?state=noticed").at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void showsOneOrganization() {
        assertThat(ok("/v1/organizations/org-aurora").at("/organization/name").asText())
                .isEqualTo("Aurora Analytics");
    }

    @Test
    void showsTrafficByRegionAndDay() {
        JsonNode traffic = ok("/v1/organizations/org-jade-river/traffic?from=2024-07-01&to=2024-07-01");

        assertThat(texts(traffic.at("/traffic"), "day")).containsOnly("2024-07-01");
        assertThat(texts(traffic.at("/traffic"), "region")).containsExactly("CN", "CN", "HK", "SG", "ZZ");
        JsonNode row = traffic.at("/traffic/0");
        assertThat(row.at("/network_type").asText()).isEqualTo("EYEBALL");
        assertThat(row.at("/standings/0/policy_id").asText()).isEqualTo("openai-api");
        assertThat(row.at("/standings/0/standing").asText()).isEqualTo("UNSUPPORTED");
    }

    @Test
    void namesTheKeysOrTheNetworksOfEachDayAndRegion() {
        String july = "/v1/organizations/org-jade-river/traffic?from=2024-07-01&to=2024-07-01";
        JsonNode plain = ok(july).at("/traffic/0");
        JsonNode byKey = ok(july + "&by=key").at("/traffic/0");
        JsonNode byNetwork = ok(july + "&by=network").at("/traffic/0");

        assertThat(plain.has("keys") || plain.has("networks") || byKey.has("networks") || byNetwork.has("keys"))
                .isFalse();
        assertThat(texts(byKey.get("keys"), "api_key_id")).startsWith("key-lab-7");
        assertThat(byKey.get("keys").findValues("requests").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(plain.get("requests").asLong() - plain.get("refused").asLong());
        assertThat(texts(byNetwork.get("networks"), "prefix")).contains("202.96.209.0/24");
        assertThat(server.get("/v1/organizations/org-jade-river/traffic?from=2024-06-01&to=2024-07-02&by=key")
                        .body())
                .contains("Give at most 31 days at a time.");
    }

    @Test
    void exportsTrafficAsCsvByRegionAndDay() {
        HttpResponse<String> csv =
                server.get("/v1/organizations/org-jade-river/traffic?from=2024-07-01&to=2024-07-02&format=csv");

        assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8; header=present");
        assertThat(csv.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"regional-traffic-org-jade-river.csv\"");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("organization_id,region,day,requests");
        assertThat(lines).hasSize(1 + 2 * 4);
        JsonNode traffic = ok("/v1/organizations/org-jade-river/traffic?from=2024-07-01&to=2024-07-01");
        long china = traffic.at("/traffic/0/requests").asLong()
                + traffic.at("/traffic/1/requests").asLong();
        assertThat(lines.get(1)).isEqualTo("org-jade-river,CN,2024-07-01," + china);
    }

    @Test
    void aParameterThatIsNotReadIsRefusedByName() {
        HttpResponse<String> misspelt = server.get("/v1/organizations/org-aurora/traffic?form=2024-07-01");
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.body()).contains("\"parameter\":\"form\"", "There are: by, format, from, to.");
        assertThat(server.get("/v1/ledger?pretty").body()).contains("there are no query parameters here");
        assertThat(server.get("/?utm_source=mail").statusCode()).isEqualTo(200);
        assertThat(server.get("/v1/check/ext-authz/v1/chat?model=x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void explainsWhereAnOrganizationStands() {
        JsonNode explanation = ok("/v1/organizations/org-jade-river/explanation");

        assertThat(explanation.at("/policies/0/case/state").asText()).isEqualTo("ENFORCED");
        JsonNode assessment = explanation.at("/policies/0/assessment");
        assertThat(assessment.at("/probability").asDouble()).isBetween(0.9, 1.0);
        assertThat(texts(assessment.at("/reasons"), "code")).contains("DIRECT_EGRESS_CN", "PRIOR");
        assertThat(texts(assessment.at("/regions/0/keys"), "api_key_id")).contains("key-lab-7");
        assertThat(assessment.at("/regions/0/networks/0/asn").asLong()).isEqualTo(4134);
        assertThat(explanation.at("/geolocation/demo").asBoolean()).isTrue();
        assertThat(explanation.at("/unknowns")).isNotEmpty();
        assertThat(explanation.at("/organization").has("contact")).isFalse();
    }

    @Test
    void listsNoticesOfAllOrOfOne() {
        JsonNode all = ok("/v1/notices?limit=3");
        assertThat(all.at("/notices")).hasSize(3);
        assertThat(all.at("/total").asInt()).isEqualTo(7);

        JsonNode one = ok("/v1/notices?organization_id=org-edgeworks");
        assertThat(texts(one.at("/notices"), "organization_id")).containsOnly("org-edgeworks");
        assertThat(one.at("/notices/0/classification").asText()).isEqualTo("EDGE_PLATFORM");
    }

    @Test
    void showsPoliciesWithWhatTheyDoNotSupport() {
        JsonNode policies = ok("/v1/policies");

        assertThat(policies.at("/policies/0/policy_id").asText()).isEqualTo("openai-api");
        JsonNode version = policies.at("/policies/0/versions/0");
        assertThat(elements(version.at("/unsupported"))).contains("CN", "HK", "UA-43");
        assertThat(elements(version.at("/indeterminate"))).containsExactly("UA");
        assertThat(version.at("/grace").asText()).isEqualTo("PT360H");
        assertThat(policies.at("/region_names/CN").asText()).isEqualTo("China");
        assertThat(policies.at("/region_names/UA-43").asText()).isEqualTo("Crimea");
    }

    @Test
    void showsThatEveryRecordIsAccountedFor() {
        JsonNode ledger = ok("/v1/ledger");

        assertThat(ledger.at("/total/consumed").asLong()).isEqualTo(356_119);
        assertThat(ledger.at("/total/dead_lettered").asLong()).isEqualTo(12);
        assertThat(ledger.at("/total/imbalance").asLong()).isZero();
        assertThat(ledger.at("/partitions/1/entries/consumed").asLong()).isEqualTo(171_908);
    }

    @Test
    void showsWhatTrafficIsLocatedWith() {
        JsonNode geolocation = ok("/v1/geolocation");

        assertThat(geolocation.at("/builds/0/source").asText()).isEqualTo("GeoLite2-City");
        assertThat(geolocation.at("/builds/0/built_at").asText()).isEqualTo("2019-11-19T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/organizations?limit=0, limit",
        "/v1/organizations?limit=many, limit",
        "/v1/organizations?limit=1&limit=2, limit",
        "/v1/organizations?offset=-1, offset",
        "/v1/notices?limit=501, limit",
        "/v1/organizations/org-aurora/traffic?from=yesterday&to=2024-07-01, from",
        "/v1/organizations/org-aurora/traffic?from=2024-07-01, to",
        "/v1/organizations/org-aurora/traffic?to=2024-07-01, from",
        "/v1/organizations/org-aurora/traffic?from=2024-07-02&to=2024-07-01, from",
        "/v1/organizations/org-aurora/traffic?from=2020-01-01&to=2024-07-01, from",
        "/v1/organizations/org-aurora/traffic?format=xml, format"
    })
    void namesTheParameterThatCannotBeUsed(String path, String parameter) {
        JsonNode problem = problem(path, 400);

        assertThat(problem.at("/type").asText()).isEqualTo("urn:whence:problem:invalid-parameter");
        assertThat(problem.at("/parameter").asText()).isEqualTo(parameter);
        assertThat(problem.at("/detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organizations/nobody",
                "/v1/organizations/nobody/traffic",
                "/v1/organizations/nobody/explanation",
                "/v1/nothing",
                "/health",
                "/metrics"
            })
    void saysWhatIsNotThere(String path) {
        JsonNode problem = problem(path, 404);

        assertThat(problem.at("/type").asText()).isEqualTo("urn:whence:problem:not-found");
        assertThat(problem.at("/status").asInt()).isEqualTo(404);
    }

    @Test
    void whatIsOnlyReadAnswersNothingButGetAndHead() {
        var post = server.request(server.port(), "/v1/notices").POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(server.send(post).statusCode()).isEqualTo(405);

        var head = server.request(server.port(), "/v1/notices").method("HEAD", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> answer = server.send(head);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void asksToComeBackWhileStoresMove() {
        state.memory().unreadable(new StreamsRebalancingException("rebalancing"));

        HttpResponse<String> answer = server.get("/v1/policies");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
        assertThat(json(answer.body()).at("/detail").asText())
                .isEqualTo("Try again in a moment: tasks are being given out, or restore their state.");
    }

    @Test
    void doesNotTellStrangersAboutItsDefects() {
        state.memory().unreadable(new UnknownStateStoreException("secret detail"));

        JsonNode problem = problem("/v1/policies", 500);

        assertThat(problem.toString()).doesNotContain("secret detail", "Exception", "io.whence");
    }

    @Test
    void showsAHostileNameAsItIsAndOnlyAsJson() {
        HttpResponse<String> answer = server.get("/v1/organizations/org-hostile");

        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
        assertThat(json(answer.body()).at("/organization/name").asText())
                .isEqualTo("<img src=x onerror=alert(1)> \u202Egnp.exe");
    }

    private JsonNode ok(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
        return json(answer.body());
    }

    private JsonNode problem(String path, int status) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    private static List<String> texts(JsonNode array, String member) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.get(member).asText()));
        return texts;
    }

    private static List<String> elements(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
