/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that can be asked for.
 *
 * @param methods how; GET answers HEAD too
 * @param path with parameters in braces, or in angle brackets when they may hold slashes
 * @param access who may
 * @param parameters names of the query parameters it reads; others are refused, so that a misspelt one is not passed
 *     over
 * @param handler answers
 */
record Route(Set<HandlerType> methods, String path, Access access, Set<String> parameters, Handler handler) {

    /** Methods that gateways pass on. */
    static final Set<HandlerType> ANY = Set.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);

    /** All methods that are answered: what may be had may be asked for by HEAD, by the same people. */
    Set<HandlerType> answered() {
        return methods.contains(HandlerType.GET)
                ? Stream.concat(methods.stream(), Stream.of(HandlerType.HEAD)).collect(Collectors.toUnmodifiableSet())
                : methods;
    }

    /** Something without parameters. */
    Route(Set<HandlerType> methods, String path, Access access, Handler handler) {
        this(methods, path, access, Set.of(), handler);
    }

    /** Something to be read. */
    Route(String path, Handler handler) {
        this(Set.of(HandlerType.GET), path, Access.READ, handler);
    }

    /** The same with query parameters. */
    Route taking(String... names) {
        return new Route(methods, path, access, Set.of(names), handler);
    }

    /**
     * What gateways pass on holds their callers' parameters, and nobody is shut out of the page for what somebody hung
     * on its address.
     */
    private boolean takesAny() {
        return access == Access.OPEN || path.startsWith(GatewayApi.AUTHORIZE);
    }

    /**
     * Looks at the names of the parameters that a request gives.
     *
     * @throws ParameterException when one is not read here
     */
    void check(Set<String> given) {
        if (takesAny()) {
            return;
        }
        given.stream()
                .filter(name -> !name.isEmpty() && !parameters.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            name,
                            parameters.isEmpty()
                                    ? "Leave it out: there are no query parameters here."
                                    : "There is no such parameter here. There are: "
                                            + String.join(", ", new TreeSet<>(parameters)) + ".");
                });
    }

    static Route open(String path, Handler handler) {
        return new Route(Set.of(HandlerType.GET), path, Access.OPEN, handler);
    }

    /** Something to be read of one organization, also by itself. */
    static Route own(String path, Handler handler) {
        return new Route(Set.of(HandlerType.GET), path, Access.OWN, handler);
    }

    /** Something to be read by whoever is known, but for gateways. */
    static Route known(String path, Handler handler) {
        return new Route(Set.of(HandlerType.GET), path, Access.KNOWN, handler);
    }

    static Route gate(Set<HandlerType> methods, String path, Handler handler) {
        return new Route(methods, path, Access.GATE, handler);
    }
}
