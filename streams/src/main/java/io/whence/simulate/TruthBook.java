/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes down what is true of each organization while its requests are made. */
final class TruthBook {

    private final World world;
    private final Map<String, Notes> notes = new HashMap<>();
    private final Map<String, Set<String>> users = new HashMap<>();

    private static final class Notes {
        private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
        private final Map<LocalDate, Map<String, Integer>> regions = new TreeMap<>();
        private @Nullable LocalDate firstUnsupported;
        private int requests;
        private long hour;
        private final Set<String> countries = new HashSet<>();
    }

    TruthBook(World world) {
        this.world = world;
    }

    /** Takes down one request; of each organization in the order of the hours. */
    void note(AccessEvent event, Traffic.Sent sent) {
        Notes of = notes.computeIfAbsent(event.organizationId(), each -> new Notes());
        LocalDate day = LocalDate.ofInstant(event.timestamp(), ZoneOffset.UTC);
        if (sent.route().refused()) {
            return;
        }
        users.computeIfAbsent(event.sourceIp(), each -> new HashSet<>()).add(event.organizationId());
        switch (sent.role()) {
            case OPERATION -> own(of, event, sent, day);
            case END_USERS -> of.facts.add(Fact.END_USERS);
            case THIEF -> of.facts.add(Fact.KEY_COMPROMISE);
        }
        if (event.channel() == Channel.API) {
            of.requests++;
        }
    }

    private void own(Notes of, AccessEvent event, Traffic.Sent sent, LocalDate day) {
        Route route = sent.route();
        of.regions.computeIfAbsent(day, each -> new TreeMap<>()).merge(route.country(), 1, Integer::sum);
        boolean unsupported = world.unsupported(route.country());
        if (unsupported && of.firstUnsupported == null) {
            of.firstUnsupported = day;
        }
        if (event.channel() == Channel.CONSOLE) {
            if (unsupported && route.straight()) {
                of.facts.add(Fact.CONSOLE);
                of.facts.add(Fact.DIRECT_EGRESS); // a log-in is a request as well
            }
            return;
        }
        network(of, route, unsupported);
        travel(of, event, route);
    }

    private static void network(Notes of, Route route, boolean unsupported) {
        if (unsupported && route.straight()) {
            of.facts.add(Fact.DIRECT_EGRESS);
        }
        if (route.forwardedFor() != null) {
            of.facts.add(Fact.FORGED_FORWARDING);
        }
        boolean home = route.tunnel() == Tunnel.LAYER4 && route.exit().kind() == NetworkKind.EYEBALL;
        if (route.exit().kind() == NetworkKind.VPN_EXIT || home) {
            of.facts.add(Fact.ANONYMIZER);
        }
        if (route.tunnel() == Tunnel.LAYER4) {
            of.facts.add(Fact.LATENCY);
        }
        if (route.tunnel() == Tunnel.LAYER3
                && !route.country().equals(route.exit().country())) {
            of.facts.add(Fact.LATENCY);
        }
        switch (route.exit().kind()) {
            case CLOUD, VPN_EXIT -> of.facts.add(Fact.HOSTING);
            case EDGE, SASE -> of.facts.add(Fact.EDGE_PLATFORM);
            default -> {}
        }
    }

    private static void travel(Notes of, AccessEvent event, Route route) {
        long hour = event.timestamp().getEpochSecond() / 3600;
        if (hour != of.hour) {
            of.hour = hour;
            of.countries.clear();
        }
        of.countries.add(route.exit().country());
        if (of.countries.size() > 1) {
            of.facts.add(Fact.TRAVEL);
        }
    }

    /** What is true of an organization, when all requests are made. */
    Truth of(Member member) {
        Notes of = notes.getOrDefault(member.id(), new Notes());
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        facts.addAll(of.facts);
        facts.addAll(standing(member));
        if (shares(member.id())) {
            facts.add(Fact.SHARED_EGRESS);
        }
        boolean violator = violates(member);
        LocalDate lastDay = world.from().plusDays(world.days() - 1L);
        return new Truth(
                member,
                violator,
                violator ? of.firstUnsupported : null,
                of.requests,
                world.from().plusDays(member.firstDay()),
                lastDay,
                of.regions,
                facts);
    }

    /** Whether its people or machines are based in an unsupported region; where its addresses are does not matter. */
    private boolean violates(Member member) {
        return member.crews().stream()
                .filter(crew -> crew.role() == Crew.Role.OPERATION)
                .anyMatch(crew -> world.unsupported(crew.base().country()));
    }

    private Set<Fact> standing(Member member) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        for (Crew crew : member.crews()) {
            if (crew.role() != Crew.Role.OPERATION
                    || !world.unsupported(crew.base().country())) {
                continue;
            }
            if (hours(crew.base(), member.declared()) >= 2) {
                facts.add(Fact.TIME_ZONE);
            }
            if (crew.rhythm().holiday() < 1) {
                facts.add(Fact.CALENDAR);
            }
        }
        if (world.unsupported(member.billing().country())) {
            facts.add(Fact.BILLING);
        }
        if (member.archetype() == Archetype.SAAS_EDGE) {
            facts.add(Fact.EDGE_PLATFORM);
        }
        if (member.archetype() == Archetype.HYDRA || member.archetype() == Archetype.AGENCY) {
            facts.add(Fact.CREATION_BURST);
        }
        return facts;
    }

    private long hours(Place one, Place other) {
        var noon = world.from().atTime(12, 0).toInstant(ZoneOffset.UTC);
        int between = one.zone().getRules().getOffset(noon).getTotalSeconds()
                - other.zone().getRules().getOffset(noon).getTotalSeconds();
        return Duration.ofSeconds(between).abs().toHours();
    }

    private boolean shares(String organization) {
        return shared().contains(organization);
    }

    private @Nullable Set<String> sharing;

    private Set<String> shared() {
        if (sharing == null) {
            Set<String> found = new HashSet<>();
            users.values().stream().filter(each -> each.size() > 1).forEach(found::addAll);
            sharing = found;
        }
        return sharing;
    }

    /** The addresses and who used them. */
    List<String> addresses() {
        return users.keySet().stream().sorted().toList();
    }
}
