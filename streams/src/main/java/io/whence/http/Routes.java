/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.whence.gateway.Gate;
import io.whence.http.view.GeolocationView;
import io.whence.http.view.LedgerView;
import io.whence.http.view.PoliciesView;
import io.whence.query.WhenceQueries;
import io.whence.query.instances.InstanceRows;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything the API answers, in one table; {@code openapi.yaml} says the same to others. */
final class Routes {

    /** What the page loads, at the root. */
    private static final List<String> FILES = List.of(
            "actions.js",
            "api.js",
            "app.css",
            "app.js",
            "case.css",
            "charts.js",
            "dom.js",
            "exemptions.js",
            "health.js",
            "home.js",
            "impact.js",
            "map.css",
            "matrix.js",
            "my.js",
            "notices.js",
            "organization.js",
            "policies.js",
            "regions.js",
            "signin.js",
            "standings.js",
            "timeline.js",
            "waterfall.js",
            "why.js",
            "words.js",
            "world.json",
            "worldmap.js");

    private Routes() {}

    static List<Route> api(Sources sources, EventStream stream) {
        WhenceQueries queries = sources.queries();
        Gate gate = sources.gate();
        return Stream.of(
                        organizations(new OrganizationApi(queries)),
                        actions(new ActionApi(sources.desk(), queries, gate.clock())),
                        all(queries, stream),
                        gateways(new GatewayApi(gate)),
                        List.of(
                                Route.known("/v1/preflight", new PreflightApi(queries, gate)::ask)
                                        .taking("address", "at"),
                                Assets.route("/openapi.yaml", "/openapi.yaml")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> actions(ActionApi actions) {
        return List.of(
                new Route(
                        Set.of(HandlerType.POST),
                        "/v1/organizations/{organization_id}/actions",
                        Access.ACT,
                        actions::take),
                new Route("/v1/organizations/{organization_id}/actions/{action_id}", actions::status));
    }

    /** What is about all organizations, or none. */
    private static List<Route> all(WhenceQueries queries, EventStream stream) {
        return List.of(
                Route.own("/v1/notices", new NoticeApi(queries)::list)
                        .taking("offset", "limit", "organization_id", "format"),
                new Route("/v1/notices/stream", stream::notices),
                new Route("/v1/events/stream", stream::all),
                new Route("/v1/traffic", new TotalsApi(queries)::totals).taking("from", "to", "by"),
                Route.known("/v1/policies", asked -> Answers.json(asked, PoliciesView.of(queries.policies()))),
                new Route(Set.of(HandlerType.POST), "/v1/policies/impact", Access.READ, new ImpactApi(queries)::ask)
                        .taking("at", "whose"),
                new Route("/v1/ledger", asked -> Answers.json(asked, LedgerView.of(queries.ledgers()))),
                new Route("/v1/geolocation", asked -> Answers.json(asked, GeolocationView.of(queries.geolocation()))));
    }

    private static List<Route> gateways(GatewayApi gateways) {
        return List.of(
                Route.gate(Set.of(HandlerType.GET), "/v1/decisions", gateways::decisions)
                        .taking("since"),
                Route.gate(Set.of(HandlerType.GET), "/v1/check", gateways::check)
                        .taking("organization_id", "api_key_id", "project_id", "address", "at"),
                Route.gate(Route.ANY, GatewayApi.AUTHORIZE, gateways::authorize),
                Route.gate(Route.ANY, GatewayApi.AUTHORIZE + "/<path>", gateways::authorize));
    }

    /** What instances ask each other; it is no part of the API. */
    static List<Route> instances(InstanceRows rows) {
        return List.of(
                new Route(Set.of(HandlerType.GET), InstanceRows.PATH, Access.INSTANCE, new InstanceApi(rows)::rows)
                        .taking("store", "partition", "from", "to"));
    }

    private static List<Route> organizations(OrganizationApi organizations) {
        return List.of(
                new Route("/v1/organizations", organizations::list)
                        .taking("q", "state", "region", "classification", "min_days", "offset", "limit", "format"),
                Route.own("/v1/organizations/{organization_id}", organizations::overview),
                new Route("/v1/organizations/{organization_id}/family", organizations::family),
                Route.own("/v1/organizations/{organization_id}/exemptions", organizations::exemptions),
                Route.own("/v1/organizations/{organization_id}/traffic", organizations::traffic)
                        .taking("from", "to", "by", "format"),
                new Route("/v1/organizations/{organization_id}/history", organizations::history),
                new Route("/v1/organizations/{organization_id}/explanation", organizations::explanation));
    }

    /** How this instance is. */
    static List<Route> status(StatusApi status) {
        return List.of(new Route("/v1/status", status::status));
    }

    /** The page. */
    static List<Route> page() {
        return Stream.concat(
                        Stream.of(
                                Assets.route("/", "/web/index.html"),
                                Assets.route("/my", "/web/my.html"),
                                Assets.route("/icon.svg", "/web/icon.svg")),
                        FILES.stream().map(file -> Assets.route("/" + file, "/web/" + file)))
                .toList();
    }

    /** What operators and their tools ask for, on a port of its own. */
    static List<Route> management(Health health, Handler metrics) {
        HealthApi answers = new HealthApi(health);
        return List.of(
                Route.open("/health", answers::alive),
                Route.open("/ready", answers::ready),
                Route.open("/metrics", metrics));
    }
}
