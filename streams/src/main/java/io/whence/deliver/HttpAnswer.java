/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** What a status of HTTP says about a delivery. */
final class HttpAnswer {

    /** Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585): the request was not processed. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    /** Bad Gateway and Gateway Timeout: what stands before the receiver does not know what became of it. */
    private static final Set<Integer> UNKNOWN = Set.of(502, 504);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final int SERVER_ERROR = 500;
    private static final int SUCCESS = 2;

    private HttpAnswer() {}

    static Answer of(HttpResponse<?> response) {
        int status = response.statusCode();
        String detail = "HTTP " + status;
        if (status / 100 == SUCCESS) {
            return Answer.taken(detail);
        }
        if (UNKNOWN.contains(status)) {
            return Answer.unknown(detail);
        }
        return status >= SERVER_ERROR || LATER.contains(status)
                ? new Answer(Answer.End.NOT_NOW, detail, pause(response))
                : Answer.never(detail);
    }

    /** What {@code Retry-After} asks for in seconds; a date is not looked at. */
    private static Duration pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
