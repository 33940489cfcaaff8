/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.whence.query.NotReadyException;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes an answer. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** How long stores usually take to move, in seconds. */
    private static final String RETRY_AFTER = "5";

    private Problems() {}

    static void map(RoutesConfig routes) {
        routes.exception(
                ParameterException.class,
                (wrong, response) -> Answers.problem(
                        response, Problem.ofParameter(wrong.parameter(), String.valueOf(wrong.getMessage()))));
        routes.exception(
                MissingException.class,
                (missing, response) -> Answers.problem(
                        response, Problem.of(404, "not-found", "There is no such thing", missing.getMessage())));
        routes.exception(MisdirectedException.class, Problems::misdirected);
        routes.exception(ForbiddenException.class, Problems::forbidden);
        routes.exception(
                NotReadyException.class, (early, response) -> notReady(String.valueOf(early.getMessage()), response));
        routes.exception(BusyException.class, Problems::busy);
        routes.exception(HttpResponseException.class, Problems::refused);
        routes.exception(IOException.class, Problems::unread);
        routes.exception(Exception.class, Problems::defect);
    }

    private static void misdirected(MisdirectedException asked, Context response) {
        if (GatewayApi.authorizes(response)) {
            notForGateways(asked.getMessage(), response);
        } else {
            Answers.problem(
                    response, Problem.of(421, "misdirected", "This is not the host you meant", asked.getMessage()));
        }
    }

    /** Envoy and nginx take 4xx for our refusal of their caller: a wrong token must not shut everybody out. */
    private static void notForGateways(@Nullable String reason, Context response) {
        Answers.problem(response, Problem.of(503, "gateway-not-known", "The gateway is not answered", reason));
    }

    private static void forbidden(ForbiddenException refusal, Context response) {
        if (GatewayApi.authorizes(response)) {
            notForGateways(refusal.getMessage(), response);
            return;
        }
        boolean unknown = refusal.status() == 401;
        if (unknown) {
            response.header("WWW-Authenticate", "Bearer");
        }
        String kind = unknown ? "unauthorized" : "forbidden";
        String title = unknown ? "You are not known here" : "You may not do this";
        Answers.problem(response, Problem.of(refusal.status(), kind, title, refusal.getMessage()));
    }

    private static void busy(BusyException busy, Context response) {
        response.header("Retry-After", "1");
        Answers.problem(response, Problem.of(429, "too-many-requests", "You ask too often", busy.getMessage()));
    }

    static void notReady(String reason, Context response) {
        response.header("Retry-After", RETRY_AFTER);
        Answers.problem(
                response,
                Problem.of(503, "not-ready", "Not ready to answer", "Try again in a moment: " + reason + "."));
    }

    private static void refused(HttpResponseException refusal, Context response) {
        Answers.problem(response, ofStatus(refusal.getStatus()));
    }

    /** The problem of a request that no route takes. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", "There is no such thing", "See /openapi.yaml for what there is.");
            case 408 -> Problem.of(408, "too-slow", "The request comes too slowly", null);
            case 413 -> Problem.of(413, "too-large", "The request is too large", null);
            case 414, 431 -> Problem.of(status, "too-large", "The address or the headers are too large", null);
            case 405 -> Problem.of(405, "method-not-allowed", "This method is not answered here", null);
            default ->
                status >= 500
                        ? Problem.of(status, "internal", "Something is broken here", "The log of the server says more.")
                        : Problem.of(status, "bad-request", "The request cannot be understood", null);
        };
    }

    /** A body that ends early is one whose chunks cannot be understood, or whose sender has left. */
    private static void unread(IOException broken, Context response) {
        if (broken.getCause() instanceof TimeoutException) {
            Answers.problem(response, ofStatus(408));
        } else if (broken instanceof EOFException) {
            Answers.problem(response, ofStatus(400));
        } else {
            defect(broken, response);
        }
    }

    private static void defect(Exception cause, Context response) {
        LOG.error("{} {} failed", response.method(), response.path(), cause);
        Answers.problem(response, ofStatus(500));
    }
}
