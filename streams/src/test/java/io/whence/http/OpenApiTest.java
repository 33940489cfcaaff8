/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.gateway.SampleGate;
import io.whence.news.NewsBoard;
import io.whence.query.Samples;
import io.whence.query.WhenceQueries;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final Path FILE = Path.of("src/main/resources/openapi.yaml");
    private static final String VIEWS_FROM = "    # From here on the members of answers, as their views name them";
    private static final Set<String> OF_THEIR_OWN = Set.of("Problem", "Checks");

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
    void theMembersOfAnswersAreThoseOfTheirViews() throws Exception {
        ViewSchemas views = new ViewSchemas();
        for (JsonNode reference : document.get("paths").findValues("$ref")) {
            String name = reference.asText().replaceFirst("^#/components/schemas/", "");
            if (!name.startsWith("#") && !OF_THEIR_OWN.contains(name)) {
                views.add(Class.forName("io.whence.http.view." + name + "View"));
            }
        }
        String written = Files.readString(FILE);
        String hand = written.substring(0, written.indexOf('\n', written.indexOf(VIEWS_FROM)) + 1);
        String whole = hand + ViewSchemas.yaml(views.all());
        if (Boolean.getBoolean("whence.golden.write")) {
            Files.writeString(FILE, whole);
        }

        assertThat(Files.readString(FILE).lines())
                .containsExactlyElementsOf(whole.lines().toList());
    }

    @Test
    void everyAnswerIsAsItsSchemaSaysAndHasNothingMore() {
        Map<String, String> examples = new TreeMap<>(Map.of(
                "/v1/organizations/{organization_id}/traffic", "?from=2024-06-20&to=2024-07-10&by=key",
                "/v1/notices", "?limit=500",
                "/v1/traffic", "?by=hour",
                "/v1/check", "?organization_id=org-1",
                "/v1/preflight", "?address=1.119.192.1"));
        Set<String> asked = new TreeSet<>();
        try (TestServer server = new TestServer(Samples.all())) {
            for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
                JsonNode promised = path.getValue().at("/get/responses/200/content/application~1json/schema");
                if (!path.getKey().startsWith("/v1/") || promised.isMissingNode()) {
                    continue;
                }
                asked.add(path.getKey());
                String address =
                        path.getKey().replace("{organization_id}", Samples.JADE).replace("{action_id}", "act-1")
                                + examples.getOrDefault(path.getKey(), "");
                HttpResponse<String> answer = server.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(strict(promised).validate(Json.read(answer.body(), JsonNode.class)))
                        .as(address)
                        .isEmpty();
            }
        }
        assertThat(asked).hasSizeGreaterThan(15).containsAll(examples.keySet());
        JsonNode refused = Json.read("{\"action_id\": 1, \"surprise\": true}", JsonNode.class);
        JsonNode action = new ObjectNode(JsonNodeFactory.instance).put("$ref", "#/components/schemas/Action");
        assertThat(strict(action).validate(refused))
                .extracting(Error::getKeyword)
                .contains("type", "required", "additionalProperties");
    }

    /** The schema, with what it refers to, that takes no member it does not name. */
    private Schema strict(JsonNode promised) {
        ObjectNode schema = promised.deepCopy();
        schema.set("components", document.get("components").deepCopy());
        for (JsonNode parent : schema.findParents("properties")) {
            ((ObjectNode) parent).put("additionalProperties", false);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static JsonNode read() {
        try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
