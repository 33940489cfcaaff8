/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered, as RFC 9457 lays it out.
 *
 * @param type which kind of problem, as a URN
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what happened this time, or null when the title says all
 * @param parameter the parameter at fault, or null when it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String parameter) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String kind, String title, @Nullable String detail) {
        return new Problem("urn:whence:problem:" + kind, title, status, detail, null);
    }

    static Problem ofParameter(String parameter, String detail) {
        return new Problem("urn:whence:problem:invalid-parameter", "A parameter is not valid", 400, detail, parameter);
    }
}
