/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.gateway.SampleGate;
import io.whence.news.NewsBoard;
import io.whence.query.Samples;
import io.whence.query.WhenceQueries;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final WhenceQueries queries = Samples.two().queries();
    private final JsonNode document = read();

    private final List<Route> api = Routes.api(
            new Sources(queries, new SampleGate().gate(), new SampleDesk(), new NewsBoard()),
            new EventStream(new NewsBoard()));

    @Test
    void namesExactlyTheRoutesThatAreServed() {
        List<Route> status = Routes.status(new StatusApi(
                new Health(List.of(), List.of()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new SampleGate().gate()));
        List<Route> management = Routes.management(
                new Health(List.of(), List.of()),
                new StateMetrics(queries, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        Set<String> served = Stream.of(api, status, management)
                .flatMap(List::stream)
                .map(route -> route.path().replace('<', '{').replace('>', '}'))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> named = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(named::add);

        assertThat(named).isEqualTo(served);
    }

    @Test
    void namesExactlyTheParametersThatAreRead() {
        assertThat(api)
                .allSatisfy(route ->
                        assertThat(named(route)).as(route.path()).isEqualTo(new TreeSet<>(route.parameters())));
    }

    private Set<String> named(Route route) {
        JsonNode operations =
                document.get("paths").get(route.path().replace('<', '{').replace('>', '}'));
        Set<String> named = new TreeSet<>();
        operations.findValues("parameters").stream()
                .flatMap(parameters -> StreamSupport.stream(parameters.spliterator(), false))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> named.add(parameter.get("name").asText()));
        return named;
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.asText().substring(1)).isMissingNode())
                        .as(reference.asText())
                        .isFalse());
    }

    @Test
    void everyAnswerHasTheMembersThatArePromised() {
        Map<String, String> examples = new HashMap<>(Map.of(
                "/v1/organizations", "/v1/organizations",
                "/v1/organizations/{organization_id}", "/v1/organizations/" + Samples.JADE,
                "/v1/organizations/{organization_id}/traffic", "/v1/organizations/" + Samples.JADE + "/traffic",
                "/v1/organizations/{organization_id}/explanation", "/v1/organizations/" + Samples.JADE + "/explanation",
                "/v1/notices", "/v1/notices",
                "/v1/policies", "/v1/policies",
                "/v1/decisions", "/v1/decisions",
                "/v1/check", "/v1/check?organization_id=org-1",
                "/v1/ledger", "/v1/ledger",
                "/v1/geolocation", "/v1/geolocation"));
        examples.put("/v1/status", "/v1/status");
        examples.put("/v1/traffic", "/v1/traffic?by=hour");
        for (String part : List.of("family", "exemptions", "history")) {
            examples.put(
                    "/v1/organizations/{organization_id}/" + part, "/v1/organizations/" + Samples.JADE + "/" + part);
        }
        examples.put("/v1/preflight", "/v1/preflight?address=1.119.192.1");
        try (TestServer server = new TestServer(Samples.two())) {
            examples.forEach((path, example) ->
                    assertThat(members(server.get(example).body())).as(path).containsAll(promised(path)));
        }
    }

    private List<String> promised(String path) {
        JsonNode promised = document.at("/paths")
                .get(path)
                .at("/get/responses/200/content")
                .get("application/json")
                .at("/schema/required");
        assertThat(promised).as(path).isNotEmpty();
        return Stream.iterate(0, i -> i < promised.size(), i -> i + 1)
                .map(i -> promised.get(i).asText())
                .toList();
    }

    private static List<String> members(String json) {
        List<String> members = new java.util.ArrayList<>();
        Json.read(json, JsonNode.class).fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static JsonNode read() {
        try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
