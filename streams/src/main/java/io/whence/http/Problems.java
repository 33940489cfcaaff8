/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.whence.query.NotReadyException;
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
        routes.exception(
                MisdirectedException.class,
                (misdirected, response) -> Answers.problem(
                        response,
                        Problem.of(421, "misdirected", "This is not the host you meant", misdirected.getMessage())));
        routes.exception(
                NotReadyException.class, (early, response) -> notReady(String.valueOf(early.getMessage()), response));
        routes.exception(HttpResponseException.class, Problems::refused);
        routes.exception(Exception.class, Problems::defect);
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
            case 405 -> Problem.of(405, "method-not-allowed", "This cannot be asked for with this method", null);
            default ->
                status >= 500
                        ? Problem.of(status, "internal", "Something is broken here", "The log of the server says more.")
                        : Problem.of(status, "bad-request", "The request cannot be understood", null);
        };
    }

    private static void defect(Exception cause, Context response) {
        LOG.error("{} {} failed", response.method(), response.path(), cause);
        Answers.problem(response, ofStatus(500));
    }
}
