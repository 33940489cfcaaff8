/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much of the two topics a table holds: for each partition the offset after the last record. It means the same on
 * every instance, so a gateway may change between them and ask for what is new.
 *
 * @param orders of each partition of the orders
 * @param controls of each partition of the controls
 */
public record TableVersion(List<Long> orders, List<Long> controls) {

    private static final Pattern FORM =
            Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,9999}-\\d{1,18}(\\.\\d{1,18}){0,99}");

    public TableVersion {
        orders = List.copyOf(orders);
        controls = List.copyOf(controls);
    }

    /** The version that a text stands for; empty when it is none. */
    public static Optional<TableVersion> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] halves = text.split("-", -1);
        return Optional.of(new TableVersion(offsets(halves[0]), offsets(halves[1])));
    }

    private static List<Long> offsets(String text) {
        return Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList();
    }

    /** Whether it is of the same topics and nothing in it is newer. */
    boolean isWithin(TableVersion other) {
        return isWithin(orders, other.orders) && isWithin(controls, other.controls);
    }

    private static boolean isWithin(List<Long> these, List<Long> those) {
        if (these.size() != those.size()) {
            return false;
        }
        for (int partition = 0; partition < these.size(); partition++) {
            if (these.get(partition) > those.get(partition)) {
                return false;
            }
        }
        return true;
    }

    boolean holds(StandingOrder order) {
        return order.offset() < orders.get(order.partition());
    }

    boolean holds(StandingControl control) {
        return control.offset() < controls.get(control.partition());
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return text(orders) + "-" + text(controls);
    }

    private static String text(List<Long> offsets) {
        return offsets.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
