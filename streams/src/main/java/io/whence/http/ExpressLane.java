/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.gateway.Gate;
import io.whence.gateway.GatewayRequest;
import io.whence.gateway.Verdict;
import io.whence.http.view.RefusalView;
import io.whence.http.view.VerdictView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what gateways ask for every request on the thread that read it, when it is asked in the plain form: two
 * thirds of the work was on the way to the answer and back. Everything else goes the long way, on a thread that may
 * wait: what is asked in another form, what is wrong, and whoever is not known.
 */
final class ExpressLane extends Handler.Wrapper {

    private static final String PATH = "/v1/check";
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?");
    private static final HttpField JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8");
    private static final List<HttpField> SAFETY = Security.HEADERS.entrySet().stream()
            .map(header -> (HttpField) new PreEncodedHttpField(header.getKey(), header.getValue()))
            .toList();
    private static final byte[] ALLOWED = Json.write(VerdictView.of(Verdict.allowed()));

    private final Gate gate;
    private final Guard guard;

    ExpressLane(Gate gate, HttpSettings settings) {
        super(false);
        this.gate = gate;
        this.guard = new Guard(settings);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request asked, Response answer, Callback done) {
        String path = asked.getHttpURI().getPath();
        GatewayRequest check = PATH.equals(path) ? check(asked) : null;
        if (check != null) {
            answer(json(gate.check(check)), answer, done);
        } else if (isAuthorize(path) && mayPass(asked)) {
            authorize(asked, answer, done);
        } else {
            asked.getComponents().getExecutor().execute(() -> theLongWay(asked, answer, done));
        }
        return true;
    }

    /** What is asked, when it is in the plain form and by somebody who may; null for everything else. */
    private @Nullable GatewayRequest check(Request asked) {
        CheckQuery query = HttpMethod.GET.is(asked.getMethod())
                ? CheckQuery.parse(asked.getHttpURI().getQuery())
                : null;
        return query != null && mayPass(asked) ? query.request(gate.clock().instant()) : null;
    }

    /** Whether a path asks by status and is written so that it can mean nothing else. */
    private static boolean isAuthorize(@Nullable String path) {
        return path != null
                && (path.equals(GatewayApi.AUTHORIZE)
                        || path.startsWith(GatewayApi.AUTHORIZE + "/")
                                && PLAIN.matcher(path).matches());
    }

    private boolean mayPass(Request asked) {
        boolean body = asked.getLength() > 0 || asked.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        return !body && !HttpMethod.HEAD.is(asked.getMethod()) && guard.admitsGateway(asked.getHeaders());
    }

    private void authorize(Request asked, Response answer, Callback done) {
        Verdict verdict = gate.check(
                GatewayApi.request(asked.getHeaders()::get, gate.clock().instant()));
        GatewayApi.headers(verdict).forEach(answer.getHeaders()::put);
        if (verdict.allow()) {
            SAFETY.forEach(answer.getHeaders()::put);
            done.succeeded();
        } else {
            answer.setStatus(GatewayApi.FORBIDDEN);
            answer(Json.write(RefusalView.of(verdict)), answer, done);
        }
    }

    private static void answer(byte[] json, Response answer, Callback done) {
        SAFETY.forEach(answer.getHeaders()::put);
        answer.getHeaders().put(JSON);
        answer.write(true, ByteBuffer.wrap(json), done);
    }

    private static byte[] json(Verdict verdict) {
        return verdict.equals(Verdict.allowed()) ? ALLOWED : Json.write(VerdictView.of(verdict));
    }

    @SuppressWarnings("IllegalCatch") // as the server does with whatever a handler throws
    private void theLongWay(Request asked, Response answer, Callback done) {
        try {
            if (!super.handle(asked, answer, done)) {
                Response.writeError(asked, answer, done, 404);
            }
        } catch (Throwable broken) {
            Response.writeError(asked, answer, done, broken);
        }
    }
}
