/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.geo.PlacedPrefix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What all organizations share: places, networks, the exits of VPN services and the gateways of carriers. */
final class World {

    private final Model model;
    private final AddressBook book;
    private final List<Place> places = Place.all();
    private final WorkCalendar calendar = new WorkCalendar();
    private final Edge.Network edges = Edge.Network.bundled();
    private final Predicate<String> unsupported;
    private final LocalDate from;
    private final int days;
    private final long seed;
    private final Map<String, List<Exit>> vpnExits = new HashMap<>();
    private final Map<String, List<Exit>> carriers = new HashMap<>();

    World(Model model, AddressBook book, Predicate<String> unsupported, SimulationPlan plan) {
        this.model = model;
        this.book = book;
        this.unsupported = unsupported;
        from = plan.from();
        days = plan.days();
        seed = plan.seed();
    }

    Model model() {
        return model;
    }

    AddressBook book() {
        return book;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    Edge.Network edges() {
        return edges;
    }

    LocalDate from() {
        return from;
    }

    int days() {
        return days;
    }

    long seed() {
        return seed;
    }

    boolean unsupported(String country) {
        return unsupported.test(country);
    }

    Stream<Place> unsupportedPlaces() {
        return places.stream().filter(place -> unsupported.test(place.country()));
    }

    List<Place> homes() {
        return places.stream().filter(place -> place.home() > 0).toList();
    }

    List<Place> evaderHomes() {
        return places.stream()
                .filter(place -> place.evader() > 0 && unsupported.test(place.country()))
                .toList();
    }

    List<Place> facades() {
        return places.stream().filter(place -> place.facade() > 0).toList();
    }

    /** The place of that country that comes first in the table. */
    Place place(String country) {
        return places.stream()
                .filter(place -> place.country().equals(country))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("places.csv has no line for " + country));
    }

    /** The exits that VPN services have in a country, the same for all who use them. */
    List<Exit> vpnExits(String country) {
        return vpnExits.computeIfAbsent(
                country, each -> pool(each, NetworkKind.VPN_EXIT, model.whole("vpn.exits.per_country")));
    }

    /** The gateways behind which the subscribers of the carriers of a country are. */
    List<Exit> carriers(String country) {
        return carriers.computeIfAbsent(
                country, each -> pool(each, NetworkKind.MOBILE, model.whole("egress.shared_carrier.pool")));
    }

    /**
     * A network of a supported country that the primary database places in an unsupported one, as a second database has
     * it; empty when there is no second database.
     */
    Optional<Exit> disputed(Dice dice) {
        List<PlacedPrefix> misplaced = book.disputed().stream()
                .filter(prefix -> unsupported(prefix.origin().region().country().code()))
                .filter(prefix ->
                        homes().stream().anyMatch(home -> home.country().equals(second(prefix))))
                .toList();
        if (misplaced.isEmpty()) {
            return Optional.empty();
        }
        PlacedPrefix prefix = dice.pick(misplaced);
        return Optional.of(
                Exit.of(prefix, NetworkKind.EYEBALL, dice.from(2, 253)).really(place(second(prefix))));
    }

    private static String second(PlacedPrefix prefix) {
        return Objects.requireNonNull(prefix.origin().secondCountry()).code();
    }

    private List<Exit> pool(String country, NetworkKind kind, int networks) {
        Dice dice = new Dice(seed, country.hashCode(), kind.ordinal());
        List<Exit> exits = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            Exit exit = book.exit(country, kind, dice);
            exits.add(exit);
            exits.add(Exit.of(exit.prefix(), kind, dice.from(2, 253)));
        }
        return exits;
    }
}
