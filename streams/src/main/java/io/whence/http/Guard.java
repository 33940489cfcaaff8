/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may come in.
 *
 * @param settings whom the server answers to and whom it knows
 */
record Guard(HttpSettings settings) {

    private static final String HOLDER = "whence.holder";
    private static final String BEARER = "Bearer ";

    /** Before anything else: safety headers, and whether the request means us. Who brings a token does. */
    void receive(Context asked) {
        Security.addHeaders(asked);
        Optional<Tokens.Holder> holder = Optional.ofNullable(token(asked)).flatMap(settings.tokens()::holder);
        holder.ifPresent(known -> asked.attribute(HOLDER, known));
        String host = asked.header("Host");
        if (holder.isEmpty() && (host == null || !Security.answersTo(host, settings))) {
            throw new MisdirectedException();
        }
    }

    /** The header of our own first: gateways pass their callers' Authorization on. */
    private static @Nullable String token(Context asked) {
        String ours = asked.header("X-Whence-Token");
        String authorization = asked.header("Authorization");
        if (ours != null) {
            return ours;
        }
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : null;
    }

    /** The handler of a route, behind the check of who may ask for it. */
    Handler guarded(Route route) {
        return asked -> {
            admit(asked, route.access());
            route.handler().handle(asked);
        };
    }

    private void admit(Context asked, Access access) {
        if (access == Access.OPEN) {
            return;
        }
        if (!settings.tokens().required()) {
            if (access == Access.ACT) {
                throw ForbiddenException.nobodyActs();
            }
            return;
        }
        Tokens.Holder holder = asked.attribute(HOLDER);
        if (holder == null) {
            throw ForbiddenException.unknown();
        }
        if (!access.isGrantedTo(holder.role())) {
            throw ForbiddenException.notGranted(holder.role());
        }
    }

    /** The name of the officer who asks; only behind {@link Access#ACT}. */
    static String actor(Context asked) {
        Tokens.Holder holder = asked.attribute(HOLDER);
        if (holder == null) {
            throw ForbiddenException.unknown();
        }
        return holder.name();
    }
}
