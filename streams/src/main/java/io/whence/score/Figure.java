/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure that detection is held to.
 *
 * @param key its name in files
 * @param name its name for people
 * @param reach what is to be reached at least
 * @param aim what is aimed at
 * @param higher whether more is better
 * @param measure how it is taken; not a number where there is nothing to measure
 */
public record Figure(
        String key, String name, double reach, double aim, boolean higher, ToDoubleFunction<List<Outcome>> measure) {

    private static final double ROUNDING = 1e-9;

    /** How near a value comes: {@code aim}, {@code reach}, {@code no}, or {@code -} where nothing was measured. */
    public String met(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return holds(value, aim) ? "aim" : holds(value, reach) ? "reach" : "no";
    }

    private boolean holds(double value, double wanted) {
        return higher ? value >= wanted - ROUNDING : value <= wanted + ROUNDING;
    }
}
