/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Clean organizations whose requests leave where a provider lets them: edge platforms and corporate egress services.
 */
final class EdgeOrganizations {

    /** A platform that nobody lists: what it rents of a cloud. */
    static final String UNLISTED = "unlisted";

    static final String LISTED = "listed";

    private static final String HONG_KONG = "HK";
    private static final List<String> REGIONS = List.of("US", "DE", "GB", "JP", "SG", "AU", "FR", "IN");

    /** Addresses of a platform in a region that one organization's functions come out of. */
    private static final int ADDRESSES = 3;

    private EdgeOrganizations() {}

    static void draw(Draft draft, Place home) {
        Model model = draft.model();
        boolean unlisted = draft.dice().chance(model.number("edge.unlisted"));
        NetworkKind kind = unlisted ? NetworkKind.CLOUD : NetworkKind.EDGE;
        double share = draft.dice().chance(model.number("edge.hong_kong.always"))
                ? 1
                : draft.dice()
                        .between(model.number("edge.hong_kong.share.min"), model.number("edge.hong_kong.share.max"));
        Egress functions = Egress.mixed(
                share,
                Egress.any(exits(draft, home, HONG_KONG, kind)),
                Egress.any(REGIONS.stream()
                        .flatMap(region -> exits(draft, home, region, kind).stream())
                        .toList()));
        draft.variant(unlisted ? UNLISTED : LISTED);
        draft.crew(new Crew(
                Crew.Role.OPERATION,
                home,
                draft.software("consumer"),
                draft.volume() * 0.9,
                draft.clients("edge", 2),
                functions,
                draft.dice().from(20, 400),
                draft.firstDay(),
                draft.world().days() - 1));
        Egress office = draft.line(home, NetworkKind.EYEBALL);
        draft.crew(home, draft.people("office"), 0.1, draft.clients("sdk", 2), office)
                .loggingIn(office);
    }

    /** The platform runs the function there: no time shows that whoever it works for is elsewhere. */
    private static List<Route> exits(Draft draft, Place home, String region, NetworkKind kind) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            AddressBook book = draft.world().book();
            Exit exit = kind == NetworkKind.CLOUD
                    ? book.largeCloud(region, draft.dice())
                    : book.exit(region, kind, draft.dice());
            routes.add(Route.through(exit, Tunnel.APPLICATION, home));
        }
        return routes;
    }

    /**
     * Offices in several countries behind one egress service; some leave it where it is nearest, not where they are.
     */
    static void corporate(Draft draft, Place home) {
        Model model = draft.model();
        boolean near = draft.dice().chance(model.number("sase.uses_unsupported"));
        int offices = draft.dice().from(2, 4);
        for (int i = 0; i < offices; i++) {
            Place office = i == 0 ? home : draft.home();
            Egress usual = through(draft, office.country(), office);
            Egress egress = near && i == offices - 1
                    ? Egress.mixed(
                            model.number("sase.unsupported.share") * offices, through(draft, HONG_KONG, office), usual)
                    : usual;
            draft.crew(office, draft.people("office"), 1.0 / offices, draft.clients("sdk", 4), egress);
            draft.loggingIn(usual);
        }
        draft.claiming(home);
    }

    private static Egress through(Draft draft, String country, Place office) {
        AddressBook book = draft.world().book();
        String where = book.in(country, NetworkKind.SASE).isEmpty() ? "US" : country;
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Exit exit = book.exit(where, NetworkKind.SASE, draft.dice());
            routes.add(Route.through(exit, Tunnel.LAYER4, office));
        }
        return Egress.sessions(routes, 24, draft.salt());
    }
}
