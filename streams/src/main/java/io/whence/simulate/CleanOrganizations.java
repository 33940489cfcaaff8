/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How clean organizations look. */
final class CleanOrganizations {

    private CleanOrganizations() {}

    static Member draw(Draft draft, Archetype archetype) {
        Place home = draft.home();
        switch (archetype) {
            case SMALL_DEVELOPER -> developer(draft, home, draft.people("coding"));
            case SAAS_CLOUD -> saasOnCloud(draft, home);
            case SAAS_EDGE -> EdgeOrganizations.draw(draft, home);
            case OFFICE -> office(draft, home);
            case CORPORATE_SASE -> EdgeOrganizations.corporate(draft, home);
            case MOBILE_EMBEDDED -> mobileApplication(draft, home);
            case UNIVERSITY -> university(draft, home);
            case TRAVELLER -> traveller(draft, home);
            case CARRIER_NAT -> carrier(draft, home);
            case SATELLITE -> satellite(draft, home);
            case GEOLOCATION_ERROR -> misplaced(draft, home);
            case PRIVACY_VPN -> privacy(draft, home);
            case LONG_WAY -> longWay(draft, home);
            case FRAMED_KEY -> FramedOrganizations.draw(draft, home);
            default -> throw new IllegalArgumentException(archetype + " is not clean");
        }
        return draft.done(Member.ALONE);
    }

    private static void developer(Draft draft, Place home, Rhythm rhythm) {
        Egress line = draft.line(home, NetworkKind.EYEBALL);
        Egress mobile = Egress.sessions(routes(draft.world().carriers(home.country())), 6, draft.salt());
        Egress both = Egress.mixed(draft.model().number("egress.mobile.share"), mobile, line);
        draft.crew(home, rhythm, 1, draft.clients("sdk", 2), both).loggingIn(line);
    }

    private static void saasOnCloud(Draft draft, Place home) {
        Place region = draft.dice().chance(0.6) ? home : draft.world().place("US");
        List<Route> nat = new ArrayList<>();
        for (int i = draft.dice().from(1, 3); i > 0; i--) {
            nat.add(Route.direct(draft.exit(region, NetworkKind.CLOUD)));
        }
        saas(draft, home, Egress.any(nat));
    }

    /** Software that works for its users around the clock, and the office of those who write it. */
    private static void saas(Draft draft, Place home, Egress software) {
        Rhythm rhythm = draft.software("consumer");
        draft.crew(new Crew(
                Crew.Role.OPERATION,
                home,
                rhythm,
                draft.volume() * 0.93,
                draft.clients("sdk", 3),
                software,
                draft.dice().chance(0.5) ? draft.dice().from(20, 400) : 0,
                draft.firstDay(),
                draft.world().days() - 1));
        boolean desktops = draft.dice().chance(draft.model().number("saas.desktops"));
        Egress office = desktops
                ? Egress.any(List.of(Route.direct(draft.exit(home, NetworkKind.CLOUD))))
                : draft.line(home, NetworkKind.BUSINESS);
        draft.variant(desktops ? "desktops" : "office");
        draft.crew(home, draft.people("office"), 0.07, draft.clients("sdk", 2), office)
                .loggingIn(office);
    }

    static Egress office(Draft draft, Place home) {
        Egress first = draft.line(home, NetworkKind.BUSINESS);
        Egress second = draft.line(home, NetworkKind.EYEBALL);
        Egress lines = Egress.mixed(draft.dice().between(0, 0.3), second, first);
        draft.crew(
                        home,
                        draft.people("office"),
                        1,
                        draft.clients("sdk", draft.dice().from(4, 10)),
                        lines)
                .loggingIn(lines);
        return lines;
    }

    /** Everywhere a little: consumers on telephones and fixed lines. */
    private static void mobileApplication(Draft draft, Place home) {
        List<Route> supported = new ArrayList<>();
        List<Route> unsupported = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Place place = draft.dice().chance(0.4) ? home : draft.home();
            supported.add(consumer(draft, place));
        }
        for (int i = 0; i < 40; i++) {
            unsupported.add(consumer(draft, draft.evaderHome()));
        }
        Egress users = Egress.mixed(
                draft.model().number("end_users.unsupported.share")
                        * draft.dice().between(0, 2),
                Egress.any(unsupported),
                Egress.any(supported));
        Egress office = draft.line(home, NetworkKind.BUSINESS);
        draft.crew(home, draft.people("office"), 0.05, draft.clients("sdk", 2), office)
                .loggingIn(office);
        draft.crew(new Crew(
                Crew.Role.END_USERS,
                home,
                Rhythm.crowd(draft.model()),
                draft.volume() * 0.95,
                draft.clients("app", 2),
                users,
                draft.dice().from(300, 3000),
                draft.firstDay(),
                draft.world().days() - 1));
    }

    private static Route consumer(Draft draft, Place place) {
        return draft.dice().chance(0.6)
                ? Route.direct(draft.dice().pick(draft.world().carriers(place.country())))
                : Route.direct(draft.exit(place, NetworkKind.EYEBALL));
    }

    private static void university(Draft draft, Place home) {
        Exit campus = draft.exit(home, NetworkKind.EDUCATION);
        List<Route> addresses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            addresses.add(Route.direct(
                    Exit.of(campus.prefix(), campus.kind(), draft.dice().from(2, 253))));
        }
        Egress vpn = Egress.sessions(vpn(draft, home, home), 24, draft.salt());
        Egress all = Egress.mixed(draft.model().number("university.vpn.share"), vpn, Egress.each(addresses));
        draft.crew(home, draft.people("chat"), 1, draft.clients("sdk", 10), all).loggingIn(Egress.each(addresses));
    }

    private static void traveller(Draft draft, Place home) {
        Model model = draft.model();
        Place abroad = draft.evaderHome();
        int length = draft.dice().from(model.whole("traveller.days.min"), model.whole("traveller.days.max"));
        int earliest = Math.min(draft.world().days() - 1, draft.firstDay() + model.whole("traveller.history.days"));
        int start = draft.dice().from(earliest, Math.max(earliest, draft.world().days() - length));
        Map<Integer, Double> trip = new HashMap<>();
        for (int day = start; day < start + length; day++) {
            trip.put(day, model.number("traveller.share"));
        }
        Egress hotel = draft.line(abroad, NetworkKind.EYEBALL);
        Egress telephone = Egress.each(routes(draft.world().carriers(abroad.country())));
        Egress line = draft.line(home, NetworkKind.EYEBALL);
        Egress all = Egress.onDays(trip, Egress.mixed(0.3, telephone, hotel), line);
        draft.crew(home, draft.people("coding"), 1, draft.clients("sdk", 2), all)
                .loggingIn(all);
    }

    private static void carrier(Draft draft, Place home) {
        Egress gateways = Egress.sessions(routes(draft.world().carriers(home.country())), 8, draft.salt());
        draft.crew(home, draft.people("coding"), 1, draft.clients("sdk", 2), gateways)
                .loggingIn(gateways);
    }

    private static void satellite(Draft draft, Place home) {
        boolean odd = draft.dice().chance(draft.model().number("satellite.unsupported"));
        List<String> countries = draft.world().book().countries(NetworkKind.SATELLITE).stream()
                .filter(country -> draft.world().unsupported(country) == odd)
                .toList();
        String country = countries.isEmpty() ? "US" : draft.dice().pick(countries);
        Exit dish = draft.world()
                .book()
                .exit(country, NetworkKind.SATELLITE, draft.dice())
                .really(home);
        Egress line = Egress.line(dish, 0.2, draft.world().days(), draft.dice());
        draft.crew(home, draft.people("office"), 1, draft.clients("sdk", 2), line)
                .loggingIn(line);
    }

    /** A network in the supported country that the databases place in an unsupported one. */
    private static void misplaced(Draft draft, Place drawn) {
        Exit exit = draft.world().disputed(draft.dice()).orElseGet(() -> wronglyPlaced(draft, drawn));
        Place home = draft.world().place(exit.country());
        Egress odd = Egress.line(
                exit, draft.model().number("egress.home.change"), draft.world().days(), draft.dice());
        double share = draft.dice().between(draft.model().number("geolocation_error.share.min"), 1);
        Egress all = Egress.mixed(share, odd, draft.line(home, NetworkKind.BUSINESS));
        draft.crew(home, draft.people("office"), 1, draft.clients("sdk", 4), all)
                .loggingIn(all);
    }

    private static Exit wronglyPlaced(Draft draft, Place home) {
        Place wrong = draft.dice()
                .pick(
                        draft.world().evaderHomes(),
                        place -> draft.model().number("error.place." + place.country(), "error.place.BY"));
        NetworkKind kind = draft.dice().chance(0.7) ? NetworkKind.EYEBALL : NetworkKind.CLOUD;
        return draft.exit(wrong, kind).really(home);
    }

    private static void privacy(Draft draft, Place home) {
        Model model = draft.model();
        Egress usual = Egress.sessions(vpn(draft, home, home), 24, draft.salt());
        if (draft.dice().chance(model.number("vpn.clean.hong_kong"))) {
            Egress far = Egress.sessions(vpn(draft, draft.world().place("HK"), home), 24, draft.salt());
            usual = Egress.mixed(model.number("vpn.clean.hong_kong.share"), far, usual);
        }
        Egress line = draft.line(home, NetworkKind.EYEBALL);
        Egress all = Egress.mixed(model.number("vpn.clean.share"), usual, line);
        draft.crew(home, draft.people("coding"), 1, draft.clients("sdk", 2), all)
                .loggingIn(all);
    }

    /** What its people do takes the long way round, or only what its software tests. */
    private static void longWay(Draft draft, Place home) {
        Model model = draft.model();
        boolean tests = draft.dice().chance(model.number("long_way.tests"));
        Egress line = draft.line(home, NetworkKind.EYEBALL);
        double share = tests
                ? draft.dice().between(0, model.number("long_way.tests.share.max"))
                : draft.dice().between(model.number("long_way.vpn.share.min"), 1);
        Egress all = Egress.mixed(share, tests ? rentedHomes(draft, home) : farVpn(draft, home), line);
        draft.variant(tests ? "tests" : "vpn");
        draft.crew(home, draft.people(tests ? "office" : "coding"), 1, draft.clients("sdk", 3), all)
                .loggingIn(tests ? line : all);
    }

    /** Pages are looked at as from the homes of several countries, another one every hour. */
    private static Egress rentedHomes(Draft draft, Place home) {
        List<Route> routes = new ArrayList<>();
        for (int i = draft.model().whole("residential.pool"); i > 0; i--) {
            routes.add(Route.through(draft.exit(draft.home(), NetworkKind.EYEBALL), Tunnel.LAYER4, home));
        }
        return Egress.sessions(routes, draft.model().whole("residential.session.hours"), draft.salt());
    }

    private static Egress farVpn(Draft draft, Place home) {
        List<Place> abroad = draft.world().facades().stream()
                .filter(place -> !place.country().equals(home.country()))
                .toList();
        List<Route> routes = new ArrayList<>(vpn(draft, draft.dice().pick(abroad, Place::facade), home));
        if (draft.dice().chance(draft.model().number("long_way.vpn.second"))) {
            routes.addAll(vpn(draft, draft.dice().pick(abroad, Place::facade), home));
        }
        return Egress.sessions(routes, 24, draft.salt());
    }

    /** Through a VPN service with exits in a country. */
    static List<Route> vpn(Draft draft, Place exits, Place from) {
        return draft.world().vpnExits(exits.country()).stream()
                .map(exit -> Route.through(exit, Tunnel.LAYER3, from))
                .toList();
    }

    static List<Route> routes(List<Exit> exits) {
        return exits.stream().map(Route::direct).toList();
    }
}
