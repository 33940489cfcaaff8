/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.whence.query.NotReadyException;
import io.whence.query.Reach;
import io.whence.query.instances.InstanceKey;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may come in.
 *
 * @param settings whom the server answers to and whom it knows
 */
record Guard(HttpSettings settings) {

    private static final String HOLDER = "whence.holder";
    private static final String BEARER = "Bearer ";
    private static final String TOKEN = "X-Whence-Token";
    private static final String AUTHORIZATION = "Authorization";
    private static final String HOST = "Host";

    /** Before anything else: safety headers, and whether the request means us. Who brings a token does. */
    void receive(Context asked) {
        Security.addHeaders(asked);
        Optional<Tokens.Holder> holder = holder(asked.header(TOKEN), asked.header(AUTHORIZATION));
        holder.ifPresent(known -> asked.attribute(HOLDER, known));
        if (holder.isEmpty() && !isInstance(asked) && !meansUs(asked.header(HOST))) {
            throw new MisdirectedException();
        }
    }

    private boolean isInstance(Context asked) {
        InstanceKey key = settings.instanceKey();
        String ticket = asked.header(InstanceKey.HEADER);
        return key != null && ticket != null && key.admits(ticket, asked.path() + "?" + asked.queryString());
    }

    private boolean meansUs(@Nullable String host) {
        return host != null && Security.answersTo(host, settings);
    }

    private Optional<Tokens.Holder> holder(@Nullable String ours, @Nullable String authorization) {
        return Optional.ofNullable(token(ours, authorization)).flatMap(settings.tokens()::holder);
    }

    /** Whether somebody who sends these headers may ask what gateways ask, by the same rules as on the long way. */
    boolean admitsGateway(HttpFields headers) {
        Optional<Tokens.Holder> holder = holder(headers.get(TOKEN), headers.get(AUTHORIZATION));
        return holder.map(known -> Access.GATE.isGrantedTo(known.role()))
                .orElseGet(() -> !settings.tokens().required() && meansUs(headers.get(HOST)));
    }

    /** The header of our own first: gateways pass their callers' Authorization on. */
    private static @Nullable String token(@Nullable String ours, @Nullable String authorization) {
        if (ours != null) {
            return ours;
        }
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : null;
    }

    /** The handler of a route, behind the check of who may ask for it; it says what it answers from. */
    Handler guarded(Route route) {
        return asked -> {
            admit(asked, route.access());
            try (Reach reach = Reach.open()) {
                answer(route, asked, reach);
            }
        };
    }

    private static void answer(Route route, Context asked, Reach reach) throws Exception {
        try {
            route.handler().handle(asked);
        } finally {
            boolean fromState = !reach.copies().isEmpty() || !reach.missing().isEmpty();
            if (fromState && !asked.res().isCommitted()) {
                asked.header(StateHeader.NAME, StateHeader.of(reach));
            }
        }
        if (reach.copies().isEmpty() && !reach.missing().isEmpty()) {
            throw new NotReadyException("no partition of the state can be read");
        }
    }

    private void admit(Context asked, Access access) {
        if (access == Access.OPEN) {
            return;
        }
        if (access == Access.INSTANCE) {
            if (!isInstance(asked)) {
                throw ForbiddenException.instancesOnly();
            }
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
