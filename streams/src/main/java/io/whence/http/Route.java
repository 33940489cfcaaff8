/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * Something that can be asked for.
 *
 * @param methods how; GET answers HEAD too
 * @param path with parameters in braces, or in angle brackets when they may hold slashes
 * @param access who may
 * @param handler answers
 */
record Route(Set<HandlerType> methods, String path, Access access, Handler handler) {

    /** Methods that gateways pass on. */
    static final Set<HandlerType> ANY = Set.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);

    /** Something to be read. */
    Route(String path, Handler handler) {
        this(Set.of(HandlerType.GET), path, Access.READ, handler);
    }

    static Route open(String path, Handler handler) {
        return new Route(Set.of(HandlerType.GET), path, Access.OPEN, handler);
    }

    static Route gate(Set<HandlerType> methods, String path, Handler handler) {
        return new Route(methods, path, Access.GATE, handler);
    }
}
