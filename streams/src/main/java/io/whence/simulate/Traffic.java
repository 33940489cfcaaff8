/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The requests of one organization on one day. */
final class Traffic {

    private static final List<String> PATHS = List.of(
            "/v1/chat/completions", "/v1/chat/completions", "/v1/chat/completions", "/v1/embeddings", "/v1/models");
    private static final int HOUR_MILLIS = 3_600_000;
    private static final int CONSOLE_CREW = 99;

    private final World world;
    private final SimulationPlan plan;
    private final Latency latency;
    private final double nearest;
    private final double measured;
    private final double refused;
    private final double guessing;
    private final BiConsumer<AccessEvent, Sent> sink;
    private final Client browser;

    /**
     * What is true of a request.
     *
     * @param member whose it is
     * @param role who sent it
     * @param route the way it took
     */
    record Sent(Member member, Crew.Role role, Route route) {}

    private record Ask(
            Client client,
            Route route,
            int status,
            @Nullable String user,
            Channel channel) {}

    private record Turn(Member member, int day, int crew, Dice dice) {}

    Traffic(World world, SimulationPlan plan, BiConsumer<AccessEvent, Sent> sink) {
        this.world = world;
        this.plan = plan;
        this.sink = sink;
        Model model = world.model();
        latency = new Latency(model);
        nearest = model.number("rtt.nearest_edge");
        measured = model.number("rtt.present");
        refused = model.number("refused.share");
        guessing = model.number("guessing.organizations");
        browser = Client.some("browser", List.of("none"), 1, new Dice(plan.seed(), 5))
                .get(0);
    }

    void day(Member member, int day) {
        if (day < member.firstDay()) {
            return;
        }
        int number = 0;
        for (Crew crew : member.crews()) {
            Turn turn = new Turn(
                    member, day, number, new Dice(plan.seed(), member.id().hashCode(), day, number));
            if (day >= crew.firstDay() && day <= crew.lastDay()) {
                requests(crew, turn);
            }
            number++;
        }
        Turn turn = new Turn(
                member, day, CONSOLE_CREW, new Dice(plan.seed(), member.id().hashCode(), day, CONSOLE_CREW));
        logins(turn);
        guesses(turn);
    }

    private void requests(Crew crew, Turn turn) {
        Map<LocalDate, Double> factors = new HashMap<>();
        int sequence = 0;
        for (int hour = 0; hour < 24; hour++) {
            ZonedDateTime local = start(turn.day(), hour).atZone(crew.base().zone());
            double factor = factors.computeIfAbsent(
                    local.toLocalDate(),
                    date -> crew.rhythm()
                            .factor(
                                    world.calendar(),
                                    crew.base(),
                                    date,
                                    new Dice(
                                            plan.seed(),
                                            turn.member().id().hashCode(),
                                            date.toEpochDay(),
                                            turn.crew(),
                                            3)));
            double mean = crew.perDay()
                    * plan.intensity()
                    * factor
                    * crew.rhythm().hours().get(local.getHour())
                    * turn.dice().factor(crew.rhythm().hourNoise());
            for (int left = turn.dice().poisson(mean); left > 0; left--) {
                request(crew, turn, hour, sequence++);
            }
        }
    }

    private void request(Crew crew, Turn turn, int hour, int sequence) {
        Dice dice = turn.dice();
        int number = dice.below(crew.clients().size());
        Client client = crew.clients().get(number);
        Route route = crew.egress().route(new Egress.Moment(turn.day(), hour, number, dice));
        int status = route.refused() || dice.chance(refused) ? 401 : dice.chance(0.02) ? 429 : 200;
        String user = crew.endUsers() == 0 ? null : "u" + dice.below(crew.endUsers());
        Instant at = start(turn.day(), hour).plusMillis(dice.below(HOUR_MILLIS));
        sink.accept(
                event(turn, at, sequence, new Ask(client, route, status, user, Channel.API)),
                new Sent(turn.member(), crew.role(), route));
    }

    private void logins(Turn turn) {
        Egress login = turn.member().login();
        if (!plan.console() || login == null) {
            return;
        }
        Dice dice = turn.dice();
        Model model = world.model();
        for (int left = dice.poisson(model.number("console.per_week") / 7); left > 0; left--) {
            int hour = dice.from(1, 10); // office hours somewhere; shifted to the place below
            Place base = turn.member().crews().get(0).base();
            int shift = (int) Math.round(base.point().longitude() / 15);
            int utc = Math.floorMod(hour + 8 - shift, 24);
            Route route = strayed(turn, login.route(new Egress.Moment(turn.day(), utc, 0, dice)));
            Instant at = start(turn.day(), utc).plusMillis(dice.below(HOUR_MILLIS));
            sink.accept(
                    event(turn, at, left, new Ask(browser, route, 200, null, Channel.CONSOLE)),
                    new Sent(turn.member(), Crew.Role.OPERATION, route));
        }
    }

    /** Now and then somebody of a clean organization is abroad. */
    private Route strayed(Turn turn, Route usual) {
        Member member = turn.member();
        Dice own = new Dice(plan.seed(), member.id().hashCode(), 4);
        boolean strays = own.chance(world.model().number("console.clean.unsupported"));
        int day = own.from(member.firstDay(), plan.days());
        if (member.archetype().evader() || !strays || Math.abs(turn.day() - day) > 3) {
            return usual;
        }
        Place abroad = own.pick(world.evaderHomes(), Place::evader);
        return Route.direct(world.book().exit(abroad.country(), NetworkKind.EYEBALL, own));
    }

    /** Somebody tries keys from an unsupported region; the gateway refuses all of it. */
    private void guesses(Turn turn) {
        Dice own = new Dice(plan.seed(), turn.member().id().hashCode(), 6);
        if (!own.chance(guessing)) {
            return;
        }
        Place abroad = own.pick(world.evaderHomes(), Place::evader);
        Route route = Route.direct(world.book().exit(abroad.country(), NetworkKind.EYEBALL, own))
                .asRefused();
        int count = turn.dice().poisson(world.model().number("guessing.per_day"));
        for (int i = 0; i < count; i++) {
            Instant at = start(turn.day(), 0).plusMillis(turn.dice().below(24 * HOUR_MILLIS));
            Client client = turn.member().crews().get(0).clients().get(0);
            sink.accept(
                    event(turn, at, 1000 + i, new Ask(client, route, 401, null, Channel.API)),
                    new Sent(turn.member(), Crew.Role.THIEF, route));
        }
    }

    private AccessEvent event(Turn turn, Instant at, int sequence, Ask ask) {
        Dice dice = turn.dice();
        Edge edge = world.edges()
                .of(ask.route().exit().country(), ask.route().exit().point(), nearest, dice);
        Latency.Times times = dice.chance(measured) ? latency.of(ask.route(), edge, dice) : null;
        boolean api = ask.channel() == Channel.API;
        return new AccessEvent(
                turn.member().id() + "-" + turn.day() + "-" + turn.crew() + "-" + sequence,
                at,
                turn.member().id(),
                api ? ask.client().project() : null,
                api ? ask.client().key() : null,
                ask.channel(),
                ask.route().exit().address(),
                ask.route().forwardedFor(),
                "POST",
                api ? dice.pick(PATHS) : "/login",
                ask.status(),
                ask.client().userAgent(),
                null,
                ask.client().tlsFingerprint(),
                times == null ? null : times.tcp(),
                times == null ? null : times.request(),
                edge.code(),
                ask.user());
    }

    private Instant start(int day, int hour) {
        return world.from()
                .plusDays(day)
                .atStartOfDay(ZoneOffset.UTC)
                .plusHours(hour)
                .toInstant();
    }
}
