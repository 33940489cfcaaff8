/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.gateway.SampleGate;
import io.whence.news.NewsBoard;
import io.whence.query.Samples;
import io.whence.query.WhenceQueries;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every route, with every method, by everybody. A new route is missing from the table here until somebody thinks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final Set<Role> PEOPLE = EnumSet.of(Role.VIEWER, Role.OFFICER, Role.ADMIN);
    private static final Set<Role> GATES = EnumSet.of(Role.GATEWAY, Role.OFFICER, Role.ADMIN);
    private static final Set<Role> ACTING = EnumSet.of(Role.OFFICER);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final Set<Role> WITH_CUSTOMERS =
            EnumSet.of(Role.VIEWER, Role.OFFICER, Role.ADMIN, Role.ORGANIZATION);

    private static final Map<String, Set<Role>> WHO_MAY = new TreeMap<>(Map.ofEntries(
            Map.entry("/v1/organizations", PEOPLE),
            Map.entry("/v1/organizations/{organization_id}", WITH_CUSTOMERS),
            Map.entry("/v1/organizations/{organization_id}/family", PEOPLE),
            Map.entry("/v1/organizations/{organization_id}/exemptions", WITH_CUSTOMERS),
            Map.entry("/v1/organizations/{organization_id}/traffic", WITH_CUSTOMERS),
            Map.entry("/v1/organizations/{organization_id}/explanation", PEOPLE),
            Map.entry("/v1/organizations/{organization_id}/actions", ACTING),
            Map.entry("/v1/organizations/{organization_id}/actions/{action_id}", PEOPLE),
            Map.entry("/v1/organizations/{organization_id}/history", PEOPLE),
            Map.entry("/v1/traffic", PEOPLE),
            Map.entry("/v1/preflight", WITH_CUSTOMERS),
            Map.entry("/v1/notices", WITH_CUSTOMERS),
            Map.entry("/v1/notices/stream", PEOPLE),
            Map.entry("/v1/events/stream", PEOPLE),
            Map.entry("/v1/policies", WITH_CUSTOMERS),
            Map.entry("/v1/policies/impact", PEOPLE),
            Map.entry("/v1/status", PEOPLE),
            Map.entry("/v1/ledger", PEOPLE),
            Map.entry("/v1/geolocation", PEOPLE),
            Map.entry("/v1/decisions", GATES),
            Map.entry("/v1/check", GATES),
            Map.entry("/v1/check/ext-authz", GATES),
            Map.entry("/v1/check/ext-authz/<path>", GATES),
            Map.entry("/instance/rows", NOBODY)));

    private static final Map<Role, String> TOKENS = Map.of(
            Role.VIEWER, "view",
            Role.GATEWAY, "gate",
            Role.OFFICER, "act",
            Role.ADMIN, "admin",
            Role.ORGANIZATION, "own");

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE);

    private final List<Route> routes = routes();
    private TestServer server;

    private static List<Route> routes() {
        WhenceQueries queries = Samples.two().queries();
        Sources sources = new Sources(queries, new SampleGate().gate(), new SampleDesk(), new NewsBoard());
        StatusApi status = new StatusApi(
                new Health(List.of(), List.of()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new SampleGate().gate());
        return Stream.of(
                        Routes.api(sources, new EventStream(sources.news())),
                        Routes.status(status),
                        Routes.instances(sources.rows()))
                .flatMap(List::stream)
                .filter(route -> route.access() != Access.OPEN)
                .toList();
    }

    @BeforeAll
    void start() {
        List<String> lines = new ArrayList<>(TokensTest.LINES);
        lines.add("admin 8c6976e5b5410415bde908bd4dee15dfb167a9c873fc4bb8a81f6f2ab448a918 root");
        lines.add("organization:" + Samples.JADE
                + " 5b3975651c3cab92d044c096dc30a1c2d9525497457472de48c51ecb363d1f4a customer");
        server = new TestServer(
                Samples.two(),
                new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, Tokens.parse(lines)),
                new SampleGate().gate());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyRouteIsInTheTable() {
        assertThat(routes).extracting(Route::path).containsOnlyOnceElementsOf(WHO_MAY.keySet());
        assertThat(WHO_MAY.keySet())
                .containsAll(routes.stream().map(Route::path).toList());
    }

    @Test
    void everybodyMayExactlyWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : routes) {
            for (HandlerType method : METHODS) {
                for (Role role : Role.values()) {
                    wrong.addAll(
                            judge(route, method, role, status(route.path(), method, TOKENS.getOrDefault(role, ""))));
                    asked++;
                }
                wrong.addAll(judgeUnknown(route, method, status(route.path(), method, "guessed")));
                asked++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(routes.size() * METHODS.size() * (TOKENS.size() + 1));
    }

    private static List<String> judge(Route route, HandlerType method, Role role, int status) {
        if (!route.answered().contains(method)) {
            return expect(route, method, role, status, 404, 405);
        }
        boolean may = WHO_MAY.getOrDefault(route.path(), NOBODY).contains(role);
        if (may) {
            return status < 401 || status == 404 ? List.of() : expect(route, method, role, status);
        }
        return expect(route, method, role, status, forGateways(route) ? 503 : 403);
    }

    private static List<String> judgeUnknown(Route route, HandlerType method, int status) {
        if (!route.answered().contains(method)) {
            return expect(route, method, "nobody", status, 404, 405);
        }
        int refusal = route.access() == Access.INSTANCE ? 403 : 401;
        return expect(route, method, "nobody", status, forGateways(route) ? 503 : refusal);
    }

    private static boolean forGateways(Route route) {
        return route.path().startsWith(GatewayApi.AUTHORIZE);
    }

    private static List<String> expect(Route route, HandlerType method, Object who, int status, Integer... expected) {
        return List.of(expected).contains(status)
                ? List.of()
                : List.of(method + " " + route.path() + " by " + who + ": " + status + ", not " + List.of(expected));
    }

    @Test
    void anOrganizationReadsNothingOfAnother() {
        for (String about : List.of(
                "/v1/organizations/" + Samples.AURORA,
                "/v1/organizations/" + Samples.AURORA + "/traffic",
                "/v1/notices?organization_id=" + Samples.AURORA,
                "/v1/notices")) {
            assertThat(get(about, HandlerType.GET, "own")).as(about).isEqualTo(403);
        }
        assertThat(get("/v1/notices?organization_id=" + Samples.JADE, HandlerType.GET, "own"))
                .isEqualTo(200);
    }

    private int status(String route, HandlerType method, String token) {
        boolean endless = route.endsWith("/stream") && method.equals(HandlerType.GET);
        String path = route.replace("{organization_id}", Samples.JADE)
                .replace("{action_id}", "action-1")
                .replace("<path>", "v1/chat");
        String asked = path.equals("/v1/notices") ? path + "?organization_id=" + Samples.JADE : path;
        return get(asked, endless ? HandlerType.HEAD : method, token);
    }

    private int get(String path, HandlerType method, String token) {
        return server.send(server.request(server.port(), path)
                        .method(method.name(), HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }
}
