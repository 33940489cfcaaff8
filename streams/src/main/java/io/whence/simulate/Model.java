/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.HashMap;
import java.util.Map;

/** The numbers of the simulated traffic, by name; they and their sources are the lines of {@code model.csv}. */
final class Model {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();

    /**
     * Reads the table.
     *
     * @param adaptive whether evaders know the published weights and caps
     */
    Model(boolean adaptive) {
        for (Map<String, String> row : Table.rows("model.csv")) {
            String adapted = Table.text(row, "adaptive");
            boolean adapts = adaptive && !adapted.isEmpty();
            values.put(Table.text(row, "name"), adapts ? adapted : Table.text(row, "value"));
        }
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("model.csv has no line " + name);
        }
        return value;
    }

    double number(String name) {
        return numbers.computeIfAbsent(name, each -> Double.valueOf(text(each)));
    }

    int whole(String name) {
        return (int) Math.round(number(name));
    }

    /** The number of a name, or of another where there is no line for it. */
    double number(String name, String otherwise) {
        return number(values.containsKey(name) ? name : otherwise);
    }
}
