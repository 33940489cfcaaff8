/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.gateway.Decisions;
import io.whence.gateway.Gate;
import io.whence.gateway.GatewayRequest;
import io.whence.gateway.TableVersion;
import io.whence.gateway.Verdict;
import io.whence.http.view.DecisionsView;
import io.whence.http.view.RefusalView;
import io.whence.http.view.VerdictView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What gateways ask: everything that is ordered, or whether one request may pass. */
final class GatewayApi {

    static final String AUTHORIZE = "/v1/check/ext-authz";

    static final int FORBIDDEN = 403;
    private static final int NOT_MODIFIED = 304;

    private final Gate gate;

    GatewayApi(Gate gate) {
        this.gate = gate;
    }

    /** All orders and controls, or what is new since a version. */
    void decisions(Context asked) {
        if (!gate.table().complete()) {
            Problems.notReady("the orders are not all read yet", asked);
            return;
        }
        String since = new Parameters(asked).text("since");
        Decisions decisions = since == null ? gate.table().all() : gate.table().since(version(since));
        String tag = '"' + decisions.version().toString() + '"';
        asked.header("ETag", tag).header("Cache-Control", "no-cache");
        if (tag.equals(asked.header("If-None-Match"))) {
            asked.status(NOT_MODIFIED);
        } else {
            Answers.json(asked, DecisionsView.of(decisions));
        }
    }

    private static TableVersion version(String text) {
        return TableVersion.parse(text)
                .orElseThrow(() -> new ParameterException("since", "Give since as a version that an answer named."));
    }

    /** The answer about one request, as JSON. */
    void check(Context asked) {
        Parameters parameters = new Parameters(asked);
        String organizationId = parameters.text("organization_id");
        if (organizationId == null) {
            throw new ParameterException("organization_id", "Give organization_id: whose request it is.");
        }
        Verdict verdict = gate.check(new GatewayRequest(
                organizationId,
                parameters.text("api_key_id"),
                parameters.text("project_id"),
                parameters.text("address"),
                parameters.moment("at", gate.clock().instant())));
        Answers.json(asked, VerdictView.of(verdict));
    }

    /**
     * The answer about one request, as status and headers: what Envoy's {@code ext_authz} and nginx's
     * {@code auth_request} understand. A request without an organization passes.
     */
    void authorize(Context asked) {
        Verdict verdict = gate.check(request(asked::header, gate.clock().instant()));
        headers(verdict).forEach(asked::header);
        if (!verdict.allow()) {
            Answers.json(asked.status(FORBIDDEN), RefusalView.of(verdict));
        }
    }

    /** What is asked by headers at a moment. */
    static GatewayRequest request(Function<String, @Nullable String> headers, Instant at) {
        String organizationId = given(headers.apply("X-Whence-Organization"));
        return new GatewayRequest(
                organizationId == null ? "" : organizationId,
                given(headers.apply("X-Whence-Key")),
                given(headers.apply("X-Whence-Project")),
                given(headers.apply("X-Whence-Address")),
                at);
    }

    /** What the headers of an answer by status say. */
    static Map<String, String> headers(Verdict verdict) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Whence-Code", verdict.code());
        headers.put("X-Whence-Shadow", Boolean.toString(verdict.shadow()));
        if (verdict.noticeId() != null) {
            headers.put("X-Whence-Notice", verdict.noticeId());
        }
        return headers;
    }

    /** Whether a gateway asks by status. */
    static boolean authorizes(Context asked) {
        return asked.path().startsWith(AUTHORIZE);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
