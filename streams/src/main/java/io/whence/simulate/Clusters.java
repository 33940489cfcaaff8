/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Organizations that are many to the provider and one in truth: agencies, resellers with pooled accounts, and hydras.
 */
final class Clusters {

    private Clusters() {}

    /** Whether organizations of a kind come in groups. */
    static boolean holds(Archetype archetype) {
        return archetype == Archetype.AGENCY || archetype == Archetype.RESELLER || archetype == Archetype.HYDRA;
    }

    /** How many accounts the next group has, of those that are left to draw. */
    static int size(Archetype archetype, World world, int left, Dice dice) {
        Model model = world.model();
        int size = archetype == Archetype.RESELLER
                ? dice.from(1, model.whole("reseller.organizations.max"))
                : dice.from(model.whole(archetype.label() + ".size.min"), model.whole(archetype.label() + ".size.max"));
        return Math.min(left, size);
    }

    /** A group of accounts behind the same exits. */
    static List<Member> draw(List<Draft> drafts, int cluster) {
        Draft first = drafts.get(0);
        if (first.archetype() == Archetype.AGENCY) {
            return agency(drafts, first.home(), cluster);
        }
        Place base = first.evaderHome();
        Place facade = first.facade();
        return first.archetype() == Archetype.HYDRA
                ? hydra(drafts, base, facade, cluster)
                : reseller(drafts, base, facade, cluster);
    }

    /** Accounts for each of its customers, all in the same clouds and looked after from the same office. */
    private static List<Member> agency(List<Draft> drafts, Place home, int cluster) {
        Draft first = drafts.get(0);
        Model model = first.model();
        List<Route> clouds = new ArrayList<>();
        for (int i = model.whole("agency.exits"); i > 0; i--) {
            clouds.add(Route.direct(first.exit(home, NetworkKind.CLOUD)));
        }
        Egress office = first.line(home, NetworkKind.BUSINESS);
        Egress abroad = journey(first, office);
        List<Member> members = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.startingOn(first.firstDay(), draft.dice().below(model.whole("agency.created.hours")));
            Egress usual = Egress.mixed(model.number("agency.office.share"), office, Egress.any(clouds));
            draft.crew(home, draft.software("consumer"), 1, draft.clients("sdk", 2), usual);
            members.add(draft.claiming(home).loggingIn(abroad).done(cluster));
        }
        return members;
    }

    /** In some agencies the one who looks after all accounts goes to an unsupported region for some days. */
    private static Egress journey(Draft first, Egress office) {
        Model model = first.model();
        if (!first.dice().chance(model.number("agency.journey"))) {
            return office;
        }
        Place abroad = first.evaderHome();
        int from = first.dice().from(first.firstDay(), first.world().days() - 1);
        Map<Integer, Double> away = new HashMap<>();
        for (int day = from; day < from + model.whole("agency.journey.days"); day++) {
            away.put(day, 1.0);
        }
        return Egress.onDays(away, first.line(abroad, NetworkKind.EYEBALL), office);
    }

    /** One relay, with the users of all its customers behind each account. */
    private static List<Member> reseller(List<Draft> drafts, Place base, Place facade, int cluster) {
        Draft first = drafts.get(0);
        Model model = first.model();
        Tunnel tunnel = first.dice().chance(model.number("reseller.layer4")) ? Tunnel.LAYER4 : Tunnel.APPLICATION;
        Route relay = Route.through(first.exit(facade, NetworkKind.CLOUD), tunnel, base);
        List<Member> members = new ArrayList<>();
        for (Draft draft : drafts) {
            Egress egress = Egress.each(List.of(relay));
            Egress open = EvadingOrganizations.open(draft, base);
            draft.crew(new Crew(
                    Crew.Role.OPERATION,
                    base,
                    Rhythm.people("chat", 1, model, draft.dice()).covered(model.number("rhythm.night_cover")),
                    draft.volume(),
                    draft.clients("relay", 1),
                    egress,
                    model.whole("reseller.end_users"),
                    draft.firstDay(),
                    draft.world().days() - 1));
            members.add(draft.claiming(facade)
                    .loggingIn(EvadingOrganizations.login(draft, open, egress))
                    .done(cluster));
        }
        return members;
    }

    private static List<Member> hydra(List<Draft> drafts, Place base, Place facade, int cluster) {
        Draft first = drafts.get(0);
        Model model = first.model();
        List<Route> exits = exits(first, base, facade);
        Rhythm rhythm = EvadingOrganizations.rhythm(first);
        List<Client> programs = first.clients("sdk", 2);
        List<Member> members = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.startingOn(first.firstDay(), draft.dice().below(model.whole("hydra.created.hours")));
            Egress egress = model.whole("hydra.own_exits") > 0
                    ? Egress.any(exits(draft, base, facade).subList(0, 2))
                    : Egress.sessions(exits, 2, draft.salt());
            draft.crew(base, rhythm, 1, withKeysOf(draft, programs), egress);
            members.add(draft.claiming(facade)
                    .loggingIn(EvadingOrganizations.login(draft, EvadingOrganizations.open(draft, base), egress))
                    .done(cluster));
        }
        return members;
    }

    private static List<Route> exits(Draft draft, Place base, Place facade) {
        boolean residential = draft.dice().chance(draft.model().number("hydra.residential"));
        NetworkKind kind = residential ? NetworkKind.EYEBALL : NetworkKind.CLOUD;
        Tunnel tunnel = residential ? Tunnel.LAYER4 : Tunnel.APPLICATION;
        List<Route> exits = new ArrayList<>();
        for (int i = draft.model().whole("hydra.exits"); i > 0; i--) {
            exits.add(Route.through(draft.exit(facade, kind), tunnel, base));
        }
        return exits;
    }

    /** The same programs, with keys of the account. */
    private static List<Client> withKeysOf(Draft draft, List<Client> programs) {
        String key = draft.keys(1).get(0);
        return programs.stream()
                .map(program -> new Client(program.project(), key, program.userAgent(), program.tlsFingerprint()))
                .toList();
    }
}
