/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.List;

/** How organizations look that operate from an unsupported region, each alone; see {@link Clusters} for the others. */
final class EvadingOrganizations {

    private EvadingOrganizations() {}

    static Member draw(Draft draft, Archetype archetype) {
        Place base = draft.evaderHome();
        Place facade = draft.facade();
        draft.claiming(facade); // unless its relay is elsewhere
        Egress open = open(draft, base);
        Egress usual = switch (archetype) {
            case DIRECT -> direct(draft, base, facade, open);
            case VPN_HOPPING -> leaking(draft, hopping(draft, base, facade), open, "hopping.leak");
            case CLOUD_RELAY -> leaking(draft, relay(draft, base, facade), open, "relay.leak");
            case RESIDENTIAL_PROXY -> leaking(draft, residential(draft, base, facade), open, "residential.leak");
            case LEAK -> leak(draft, base, facade, open);
            case THRESHOLD_HUGGER -> hugger(draft, base, facade, open);
            case FORGED_FORWARDING -> forged(draft, facade, open);
            default -> throw new IllegalArgumentException(archetype + " does not evade alone");
        };
        draft.crew(base, rhythm(draft), 1, draft.clients("sdk", draft.dice().from(2, 5)), usual);
        return draft.loggingIn(login(draft, open, usual)).done(Member.ALONE);
    }

    /** Straight out of the place where they are: mostly a fixed line, sometimes a machine in a cloud there. */
    static Egress open(Draft draft, Place base) {
        boolean rack = draft.dice().chance(0.15) && !base.country().equals("HK");
        Egress line = draft.line(base, rack ? NetworkKind.CLOUD : NetworkKind.EYEBALL);
        Egress telephone =
                Egress.sessions(CleanOrganizations.routes(draft.world().carriers(base.country())), 6, draft.salt());
        return Egress.mixed(draft.model().number("egress.mobile.share"), telephone, line);
    }

    static Rhythm rhythm(Draft draft) {
        double people = draft.dice().chance(0.5)
                ? draft.model().number("rhythm.coherent.people.share")
                : draft.model().number("rhythm.coherent.share");
        Rhythm rhythm =
                Rhythm.people(draft.dice().chance(0.5) ? "office" : "chat", people, draft.model(), draft.dice());
        return rhythm.covered(draft.model().number("rhythm.night_cover"));
    }

    /** Some log in to the console from where they are, the others the way they do everything. */
    static Egress login(Draft draft, Egress open, Egress usual) {
        return draft.dice().chance(draft.model().number("console.evader.direct"))
                ? Egress.mixed(0.7, open, usual)
                : usual;
    }

    static Egress leaking(Draft draft, Egress usual, Egress open, String chance) {
        Model model = draft.model();
        return Egress.onDays(draft.days(model.number(chance), model.number("leak.share")), open, usual);
    }

    private static Egress direct(Draft draft, Place base, Place facade, Egress open) {
        Model model = draft.model();
        double share = draft.dice().between(model.number("direct.share.min"), model.number("direct.share.max"));
        return Egress.mixed(share, open, relay(draft, base, facade));
    }

    private static Egress hopping(Draft draft, Place base, Place facade) {
        List<Route> routes = new ArrayList<>(CleanOrganizations.vpn(draft, facade, base));
        for (int i = draft.model().whole("hopping.countries"); i > 1; i--) {
            routes.addAll(CleanOrganizations.vpn(draft, draft.facade(), base));
        }
        return Egress.sessions(routes, draft.model().whole("hopping.session.hours"), draft.salt());
    }

    /** One or two rented machines, of the facade's country or of one with nearly the same time of day. */
    static Egress relay(Draft draft, Place base, Place facade) {
        Model model = draft.model();
        Place where = draft.dice().chance(model.number("evader.same_offset.relay")) ? near(draft, base) : facade;
        draft.claiming(where);
        Tunnel tunnel = draft.dice().chance(model.number("relay.layer4")) ? Tunnel.LAYER4 : Tunnel.APPLICATION;
        List<Route> routes = new ArrayList<>();
        for (int i = draft.dice().from(1, 2); i > 0; i--) {
            routes.add(Route.through(draft.exit(where, NetworkKind.CLOUD), tunnel, base));
        }
        return Egress.any(routes);
    }

    private static Place near(Draft draft, Place base) {
        double degrees = 20; // of longitude: an hour and a bit
        List<Place> near = draft.world().facades().stream()
                .filter(place ->
                        Math.abs(place.point().longitude() - base.point().longitude()) < degrees)
                .toList();
        return near.isEmpty() ? draft.facade() : draft.dice().pick(near, Place::facade);
    }

    static Egress residential(Draft draft, Place base, Place facade) {
        Model model = draft.model();
        List<Route> routes = new ArrayList<>();
        for (int i = model.whole("residential.pool"); i > 0; i--) {
            routes.add(Route.through(draft.exit(facade, NetworkKind.EYEBALL), Tunnel.LAYER4, base));
        }
        return Egress.sessions(routes, model.whole("residential.session.hours"), draft.salt());
    }

    private static Egress leak(Draft draft, Place base, Place facade, Egress open) {
        Egress vpn = Egress.sessions(CleanOrganizations.vpn(draft, facade, base), 48, draft.salt());
        return leaking(draft, vpn, open, "leak.day");
    }

    private static Egress hugger(Draft draft, Place base, Place facade, Egress open) {
        Model model = draft.model();
        double share = draft.dice().between(model.number("hugger.share.min"), model.number("hugger.share.max"));
        double day = model.number("hugger.day");
        return Egress.onDays(draft.days(day, share / day), open, relay(draft, base, facade));
    }

    /** Straight, with a header that says otherwise. */
    private static Egress forged(Draft draft, Place facade, Egress open) {
        String claimed = draft.exit(facade, NetworkKind.EYEBALL).address();
        return moment -> open.route(moment).claiming(claimed);
    }
}
