/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;

/** How answers are put into a response. */
final class Answers {

    private Answers() {}

    static void json(Context response, Object view) {
        response.contentType("application/json; charset=utf-8").result(Json.write(view));
    }

    static void problem(Context response, Problem problem) {
        response.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(Json.write(problem));
    }
}
