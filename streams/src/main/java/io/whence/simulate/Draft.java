/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An organization in the making: what every kind needs to be drawn. */
final class Draft {

    private final World world;
    private final Archetype archetype;
    private final String id;
    private final Dice dice;
    private final List<Crew> crews = new ArrayList<>();
    private final double volume;
    private int firstDay;
    private int ageHours;
    private @Nullable Place declared;
    private @Nullable Egress login;
    private @Nullable String variant;

    Draft(World world, Archetype archetype, int number) {
        this.world = world;
        this.archetype = archetype;
        dice = new Dice(world.seed(), number, 1);
        id = String.format(
                Locale.ROOT, "org-%08x%02x", (int) Dice.mix(world.seed() * 1_000_003 + number), number & 0xFF);
        Model model = world.model();
        volume = model.number("requests." + archetype.label()) * dice.factor(model.number("requests.spread"));
        boolean later = dice.chance(model.number("onset.later.share"));
        firstDay = later ? dice.from(0, Math.min(model.whole("onset.later.last_day"), world.days() - 1)) : 0;
        ageHours = later ? dice.below(24) : (int) (24 * (1 + model.number("onset.age.days") * dice.factor(0.8)));
    }

    World world() {
        return world;
    }

    Model model() {
        return world.model();
    }

    Dice dice() {
        return dice;
    }

    Archetype archetype() {
        return archetype;
    }

    /** Requests of an ordinary day. */
    double volume() {
        return volume;
    }

    int firstDay() {
        return firstDay;
    }

    long salt() {
        return id.hashCode();
    }

    Draft startingOn(int day, int hoursBefore) {
        firstDay = day;
        ageHours = hoursBefore;
        return this;
    }

    Draft claiming(Place place) {
        declared = place;
        return this;
    }

    Draft loggingIn(Egress egress) {
        login = egress;
        return this;
    }

    Draft variant(String name) {
        variant = name;
        return this;
    }

    Place home() {
        return dice.pick(world.homes(), Place::home);
    }

    Place evaderHome() {
        return dice.pick(world.evaderHomes(), Place::evader);
    }

    Place facade() {
        return dice.pick(world.facades(), Place::facade);
    }

    Exit exit(Place place, NetworkKind kind) {
        return world.book().exit(place.country(), kind, dice);
    }

    /** A fixed line of its own. */
    Egress line(Place place, NetworkKind kind) {
        return Egress.line(exit(place, kind), model().number("egress.home.change"), world.days(), dice);
    }

    List<String> keys(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "key_" + id.substring(4) + i)
                .toList();
    }

    List<Client> clients(String kind, int count) {
        return Client.some(kind, keys(Math.max(1, count / 2)), count, dice);
    }

    Rhythm people(String shape) {
        return Rhythm.people(shape, model().number("rhythm.coherent.people.share"), model(), dice);
    }

    Rhythm software(String shape) {
        return Rhythm.people(shape, model().number("rhythm.coherent.share"), model(), dice);
    }

    /** A crew of its own from its first day to the last. */
    Draft crew(Place base, Rhythm rhythm, double share, List<Client> clients, Egress egress) {
        return crew(new Crew(
                Crew.Role.OPERATION, base, rhythm, volume * share, clients, egress, 0, firstDay, world.days() - 1));
    }

    Draft crew(Crew crew) {
        crews.add(crew);
        return this;
    }

    /** The share of requests by day, on days that come by chance. */
    Map<Integer, Double> days(double chance, double share) {
        Map<Integer, Double> shares = new HashMap<>();
        for (int day = firstDay; day < world.days(); day++) {
            if (dice.chance(chance)) {
                shares.put(day, share * dice.between(0.5, 1.5));
            }
        }
        return shares;
    }

    Member done(int cluster) {
        Place claimed = declared == null ? crews.get(0).base() : declared;
        return new Member(id, archetype, variant, cluster, claimed, billing(claimed), firstDay, ageHours, crews, login);
    }

    private Place billing(Place claimed) {
        boolean tells = dice.chance(
                model().number(archetype.evader() ? "billing.evader.unsupported" : "billing.clean.unsupported"));
        if (!tells) {
            return claimed;
        }
        return archetype.evader() ? crews.get(0).base() : evaderHome();
    }
}
