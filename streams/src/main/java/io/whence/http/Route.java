/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * Something that can be asked for.
 *
 * @param method GET, or POST where the question has a body; nothing is changed by either
 * @param path with parameters in braces
 * @param handler answers
 */
record Route(HandlerType method, String path, Handler handler) {

    /** Something that can be asked for with GET. */
    Route(String path, Handler handler) {
        this(HandlerType.GET, path, handler);
    }
}
