/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the requests of one crew spread over its days.
 *
 * @param hours share of a day by local hour, 24 of them
 * @param weekend a weekend day against a working day
 * @param holiday a public holiday against a working day
 * @param dayNoise sigma of the logarithm of a day
 * @param hourNoise sigma of the logarithm of an hour
 * @param idle chance that nobody works on a day
 * @param coherent whether its days are alike enough to tell local time by
 */
record Rhythm(
        List<Double> hours,
        double weekend,
        double holiday,
        double dayNoise,
        double hourNoise,
        double idle,
        boolean coherent) {

    private static final int HOURS = 24;

    Rhythm {
        hours = List.copyOf(hours);
    }

    /** People who work: the shape of a table row, as coherent and as fond of holidays as the model says. */
    static Rhythm people(String shape, double coherentShare, Model model, Dice dice) {
        boolean coherent = dice.chance(coherentShare);
        double machine = model.number(coherent ? "rhythm.coherent.mix" : "rhythm.incoherent.mix");
        return new Rhythm(
                mixed(shape, machine),
                dice.chance(model.number("rhythm.weekend.strong"))
                        ? model.number("rhythm.weekend.strong.factor")
                        : model.number("rhythm.weekend.weak.factor"),
                holiday(model, dice),
                model.number("rhythm.day.noise"),
                model.number(coherent ? "rhythm.hour.noise" : "rhythm.hour.noise.incoherent"),
                model.number("rhythm.idle.people"),
                coherent);
    }

    /** People all over a country or several, at any time; no single calendar. */
    static Rhythm crowd(Model model) {
        return new Rhythm(
                mixed("consumer", 0),
                1,
                1,
                model.number("rhythm.day.noise"),
                model.number("rhythm.hour.noise"),
                0,
                false);
    }

    /** The same with some of it spread over the night. */
    Rhythm covered(double share) {
        List<Double> flat =
                hours.stream().map(hour -> (1 - share) * hour + share / HOURS).toList();
        return new Rhythm(flat, weekend, holiday, dayNoise, hourNoise, idle, coherent);
    }

    private static double holiday(Model model, Dice dice) {
        double kind = dice.between(0, 1);
        if (kind < model.number("rhythm.holiday.strong")) {
            return model.number("rhythm.holiday.strong.factor");
        }
        return kind > 1 - model.number("rhythm.holiday.none") ? 1 : model.number("rhythm.holiday.middle.factor");
    }

    private static List<Double> mixed(String shape, double machine) {
        Map<String, String> row = Table.rows("rhythms.csv").stream()
                .filter(each -> Table.text(each, "rhythm").equals(shape))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rhythms.csv has no line " + shape));
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> (1 - machine) * Table.number(row, "h" + hour) + machine / HOURS)
                .toList();
    }

    /** How much of the usual a day has, by the calendar of the place. */
    double factor(WorkCalendar calendar, Place place, LocalDate date, Dice dice) {
        double usual = switch (calendar.of(place, date)) {
            case WORK -> dice.chance(idle) ? 0 : 1;
            case WEEKEND -> weekend;
            case HOLIDAY -> holiday;
        };
        return usual * dice.factor(dayNoise);
    }
}
