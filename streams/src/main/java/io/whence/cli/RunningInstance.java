/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.http.Json;
import io.whence.http.Problem;
import io.whence.http.view.ExplanationView;
import io.whence.http.view.TrafficView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The API of an instance that runs somewhere, asked over HTTP. */
final class RunningInstance {

    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final @Nullable String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** There is no answer, and the message says what to do. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswerException(String message) {
            super(message);
        }

        NoAnswerException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    RunningInstance(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    ExplanationView explanation(String organizationId) throws NoAnswerException, InterruptedException {
        return ask(organizationId, "explanation", ExplanationView.class);
    }

    TrafficView traffic(String organizationId) throws NoAnswerException, InterruptedException {
        return ask(organizationId, "traffic", TrafficView.class);
    }

    private <T> T ask(String organizationId, String what, Class<T> view)
            throws NoAnswerException, InterruptedException {
        String id = URLEncoder.encode(organizationId, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/v1/organizations/" + id + "/" + what))
                .timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Json.read(answer.body(), view);
            }
            throw refused(organizationId, answer);
        } catch (IOException unreachable) {
            throw new NoAnswerException(
                    "Nobody answers at " + base + ". Start an instance with whence run or whence quickstart, or name"
                            + " another one with --url.",
                    unreachable);
        } catch (UncheckedIOException notOurs) {
            throw new NoAnswerException("What answers at " + base + " is not Whence.", notOurs);
        }
    }

    private NoAnswerException refused(String organizationId, HttpResponse<String> answer) {
        Problem problem = Json.read(answer.body(), Problem.class);
        if (answer.statusCode() == UNAUTHORIZED) {
            return new NoAnswerException(base + " does not know who asks. Name a file with a token: --token-file.");
        }
        String why = problem.detail() == null ? problem.title() : problem.detail();
        return new NoAnswerException(Printable.of(organizationId) + ": " + Printable.of(why));
    }
}
