/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.gateway.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told who is refused, in the form that clients of such interfaces know.
 *
 * @param error why
 */
public record RefusalView(Reason error) {

    /**
     * Why.
     *
     * @param code stable code
     * @param message a sentence
     * @param type kind of error
     * @param noticeId the notice that says more, or null
     */
    public record Reason(
            String code,
            String message,
            String type,
            @Nullable String noticeId) {}

    /** The view of a verdict that refuses. */
    public static RefusalView of(Verdict verdict) {
        return new RefusalView(new Reason(
                verdict.code(),
                "Country, region, or territory not supported. The notice says what was seen, and how to appeal.",
                "request_forbidden",
                verdict.noticeId()));
    }
}
