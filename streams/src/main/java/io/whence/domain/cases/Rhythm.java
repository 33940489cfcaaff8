/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much of something there is at each hour of the UTC day.
 *
 * @param byHour 24 numbers, not negative
 */
public record Rhythm(List<Double> byHour) {

    /** Hours of a day. */
    public static final int HOURS = 24;

    /** Nothing at any hour. */
    public static final Rhythm NONE = new Rhythm(Collections.nCopies(HOURS, 0.0));

    /**
     * From this cosine of the angle between them on, two rhythms are taken for the same. An assumption, to be
     * recalibrated: eight working hours and traffic around the clock come to 0.58, the same working hours two hours
     * apart to 0.75, one hour apart to 0.88.
     */
    static final double SAME = 0.8;

    public Rhythm {
        byHour = List.copyOf(byHour);
        if (byHour.size() != HOURS) {
            throw new IllegalArgumentException("a rhythm has " + HOURS + " hours, not " + byHour.size());
        }
    }

    /** All at one hour. */
    public static Rhythm at(int hour, double amount) {
        List<Double> hours = new ArrayList<>(NONE.byHour);
        hours.set(hour, amount);
        return new Rhythm(hours);
    }

    /** Of all hours together. */
    public double total() {
        return byHour.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Hour by hour what is more than in another; nothing where it is less. */
    Rhythm above(Rhythm other) {
        List<Double> above = new ArrayList<>(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            above.add(Math.max(0, byHour.get(hour) - other.byHour.get(hour)));
        }
        return new Rhythm(above);
    }

    /** Whether another has its highs and lows at the same hours, whatever its size; nothing is like nothing. */
    boolean like(Rhythm other) {
        double product = dot(other);
        double lengths = Math.sqrt(dot(this) * other.dot(other));
        return lengths > 0 && product >= SAME * lengths;
    }

    private double dot(Rhythm other) {
        double product = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            product += byHour.get(hour) * other.byHour.get(hour);
        }
        return product;
    }
}
