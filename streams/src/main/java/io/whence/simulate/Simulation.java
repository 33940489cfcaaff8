/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.domain.access.AccessEvent;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Traffic of organizations of known kind and place; the same plan and databases give the same files, byte for byte. */
public final class Simulation {

    private static final Comparator<Arrival> ORDER = Comparator.comparing(Arrival::at)
            .thenComparing(arrival -> arrival.event().eventId())
            .thenComparing(Arrival::copy);

    private final SimulationPlan plan;
    private final World world;
    private final SourceLists lists;
    private final TruthBook truth;
    private final List<Member> members;
    private final PriorityQueue<Arrival> waiting = new PriorityQueue<>(ORDER);
    private final Dice delays;

    private record Arrival(Instant at, AccessEvent event, int copy) {}

    /**
     * Draws the organizations.
     *
     * @param databases what places addresses; with a second country database in it, misplaced networks are those the
     *     two disagree about
     * @param unsupported whether a country, by its ISO 3166-1 code, is unsupported
     * @throws GeoSourceException when there is no ASN database, or one of the databases is damaged
     */
    public static Simulation of(SimulationPlan plan, GeoDatabases databases, Predicate<String> unsupported)
            throws GeoSourceException {
        Model model = new Model(plan.adaptive());
        return new Simulation(plan, new World(model, AddressBook.of(databases, model), unsupported, plan));
    }

    Simulation(SimulationPlan plan, World world) {
        this.plan = plan;
        this.world = world;
        members = new Population(world, plan).draw();
        lists = new SourceLists(world, world.book().disputed().isEmpty());
        truth = new TruthBook(world);
        delays = new Dice(plan.seed(), 8);
    }

    List<Member> members() {
        return members;
    }

    /** Writes all files. */
    public SimulationSummary write(SimulationFiles files) throws IOException {
        long events = 0;
        Traffic traffic = new Traffic(world, plan, this::send);
        for (int day = 0; day < plan.days(); day++) {
            for (Member member : members) {
                traffic.day(member, day);
            }
            events += arrivedBefore(files, start(day + 1));
        }
        events += arrivedBefore(files, Instant.MAX);
        List<Truth> truths = members.stream().map(truth::of).toList();
        files.truth(truths);
        files.organizations(members, plan.from());
        files.lists(lists.files());
        long violators = truths.stream().filter(Truth::violator).count();
        return new SimulationSummary(events, members.size(), violators);
    }

    private void send(AccessEvent event, Traffic.Sent sent) {
        truth.note(event, sent);
        lists.note(sent.route());
        Instant at = event.timestamp().plus(delay());
        waiting.add(new Arrival(at, event, 0));
        if (delays.chance(world.model().number("log.duplicates"))) {
            waiting.add(new Arrival(at.plusSeconds(delays.below(600)), event, 1));
        }
    }

    private Duration delay() {
        double kind = delays.between(0, 1);
        double very = world.model().number("log.very_late.share");
        if (kind < very) {
            return Duration.ofMinutes(delays.from(60, 30 * 60));
        }
        return kind < very + world.model().number("log.late.share")
                ? Duration.ofSeconds(delays.below(1800))
                : Duration.ZERO;
    }

    private long arrivedBefore(SimulationFiles files, Instant end) throws IOException {
        long written = 0;
        while (!waiting.isEmpty() && waiting.element().at().isBefore(end)) {
            files.event(waiting.remove().event());
            written++;
        }
        return written;
    }

    private Instant start(int day) {
        return plan.from().plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
