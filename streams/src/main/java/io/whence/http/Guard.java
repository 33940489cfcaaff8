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
    private static final String ACCESS = "whence.access";
    private static final String ORGANIZATION = "organization_id";
    private static final String BEARER = "Bearer ";
    private static final String TOKEN = "X-Whence-Token";
    private static final String AUTHORIZATION = "Authorization";
    private static final String HOST = "Host";

    /** Before anything else: safety headers, and whether the request means us. Who brings a token does. */
    void receive(Context asked) {
        Security.addHeaders(asked);
        Optional<Holder> holder = holder(asked.header(TOKEN), asked.header(AUTHORIZATION));
        holder.ifPresent(known -> asked.attribute(HOLDER, known));
        if (holder.isEmpty() && !isInstance(asked) && !meansUs(asked.header(HOST))) {
            throw new MisdirectedException();
        }
    }

    private boolean isInstance(Context asked) {
        InstanceKey key = settings.callers().instances();
        String ticket = asked.header(InstanceKey.HEADER);
        return key != null && ticket != null && key.admits(ticket, asked.path() + "?" + asked.queryString());
    }

    private boolean meansUs(@Nullable String host) {
        return host != null && Security.answersTo(host, settings);
    }

    private Optional<Holder> holder(@Nullable String ours, @Nullable String authorization) {
        return Optional.ofNullable(token(ours, authorization)).flatMap(settings.callers()::holder);
    }

    /** Whether somebody who sends these headers may ask what gateways ask, by the same rules as on the long way. */
    boolean admitsGateway(HttpFields headers) {
        Optional<Holder> holder = holder(headers.get(TOKEN), headers.get(AUTHORIZATION));
        return holder.map(known -> known.may(Access.GATE, null))
                .orElseGet(() -> settings.callers().everybodyReads() && meansUs(headers.get(HOST)));
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
            asked.attribute(ACCESS, route.access());
            limit(asked, route.access());
            admit(asked, route.access());
            route.check(asked.queryParamMap().keySet());
            try (Reach reach = Reach.open()) {
                answer(route, asked, reach);
            }
        };
    }

    private void limit(Context asked, Access access) {
        boolean counted = access != Access.OPEN && access != Access.GATE && access != Access.INSTANCE;
        if (counted && !settings.callers().rate().takes(caller(asked))) {
            throw new BusyException();
        }
    }

    private static String caller(Context asked) {
        Holder holder = asked.attribute(HOLDER);
        return holder == null ? asked.ip() : holder.role() + " " + holder.name();
    }

    /** After everything else: who looked at what. */
    void record(Context answered) {
        Access access = answered.attribute(ACCESS);
        boolean told = access == Access.READ || access == Access.OWN || access == Access.ACT;
        if (told && settings.callers().required()) {
            settings.callers().audit().write(answered.attribute(HOLDER), answered);
        }
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
        if (route.access() != Access.GATE) {
            EntityTag.put(asked);
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
        if (!settings.callers().required()) {
            admitUnknown(access);
            return;
        }
        Holder holder = asked.attribute(HOLDER);
        if (holder == null) {
            throw ForbiddenException.unknown();
        }
        if (!holder.may(access, about(asked))) {
            throw ForbiddenException.notGranted(holder.role());
        }
    }

    private void admitUnknown(Access access) {
        if (access == Access.ACT) {
            throw ForbiddenException.nobodyActs();
        }
        if (!settings.callers().everybodyReads()) {
            throw ForbiddenException.closed();
        }
    }

    /** The organization that is asked about, if it is one. */
    private static @Nullable String about(Context asked) {
        String inPath = asked.pathParamMap().get(ORGANIZATION);
        return inPath == null ? asked.queryParam(ORGANIZATION) : inPath;
    }

    /** The name of the officer who asks; only behind {@link Access#ACT}. */
    static String actor(Context asked) {
        Holder holder = asked.attribute(HOLDER);
        if (holder == null) {
            throw ForbiddenException.unknown();
        }
        return holder.name();
    }
}
