/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares everything in two versions but their regions; {@link PolicyDiff} says which change does what. */
final class FieldComparison {

    private static final List<Field<?>> FIELDS = List.of(
            new Field<>("title", PolicyVersion::title, FieldComparison::neither),
            new Field<>("source", PolicyVersion::source, FieldComparison::neither),
            new Field<>("source_date", PolicyVersion::sourceDate, FieldComparison::neither),
            new Field<>("mode", PolicyVersion::mode, FieldComparison::higherWidens),
            enforcement("grace", Enforcement::grace, FieldComparison::lowerWidens),
            enforcement("approvals", Enforcement::approvals, FieldComparison::lowerWidens),
            enforcement("reminder", Enforcement::reminder, FieldComparison::neither),
            enforcement("clean_period", Enforcement::cleanPeriod, FieldComparison::higherWidens),
            enforcement("probation", Enforcement::probation, FieldComparison::higherWidens),
            enforcement("database_age", Enforcement::databaseAge, FieldComparison::higherWidens),
            enforcement("visits", Enforcement::visits, FieldComparison::higherWidens),
            thresholds("requests", Thresholds::requests, FieldComparison::lowerWidens),
            thresholds("days", Thresholds::days, FieldComparison::lowerWidens),
            thresholds("share", Thresholds::share, FieldComparison::lowerWidens),
            thresholds(
                    "requests_regardless_of_share",
                    Thresholds::requestsRegardlessOfShare,
                    FieldComparison::lowerWidens),
            thresholds("probability", Thresholds::probability, FieldComparison::lowerWidens),
            thresholds("window_days", Thresholds::windowDays, (before, after) -> Effect.EITHER),
            new Field<>("products", PolicyVersion::products, FieldComparison::scope),
            new Field<>("approved_by", PolicyVersion::approvedBy, FieldComparison::neither));

    private static final List<Field<?>> DATES = List.of(
            new Field<>("announced", PolicyVersion::announcedAt, FieldComparison::lowerWidens),
            new Field<>("effective", PolicyVersion::effectiveAt, FieldComparison::lowerWidens));

    private FieldComparison() {}

    /** The values that differ between two contents of one version, its dates among them. */
    static List<FieldChange> ofOneVersion(PolicyVersion before, PolicyVersion after) {
        return changes(Stream.concat(DATES.stream(), FIELDS.stream()), before, after);
    }

    /** The values that differ between a version and another that it follows or gives way to; dates must. */
    static List<FieldChange> ofTwoVersions(PolicyVersion before, PolicyVersion after) {
        return changes(FIELDS.stream(), before, after);
    }

    private static List<FieldChange> changes(Stream<Field<?>> fields, PolicyVersion before, PolicyVersion after) {
        return fields.flatMap(field -> field.change(before, after).stream()).toList();
    }

    private static <T> Field<T> enforcement(
            String name, Function<Enforcement, T> value, BiFunction<T, T, Effect> effect) {
        return new Field<>(name, version -> value.apply(version.enforcement()), effect);
    }

    private static <T> Field<T> thresholds(
            String name, Function<Thresholds, T> value, BiFunction<T, T, Effect> effect) {
        return new Field<>("thresholds." + name, version -> value.apply(version.thresholds()), effect);
    }

    private static Effect neither(Object before, Object after) {
        return Effect.NEITHER;
    }

    private static <T extends Comparable<? super T>> Effect lowerWidens(T before, T after) {
        return after.compareTo(before) < 0 ? Effect.WIDENS : Effect.NARROWS;
    }

    private static <T extends Comparable<? super T>> Effect higherWidens(T before, T after) {
        return lowerWidens(after, before);
    }

    private static Effect scope(Set<String> before, Set<String> after) {
        if (includes(after, before)) {
            return Effect.WIDENS;
        }
        return includes(before, after) ? Effect.NARROWS : Effect.EITHER;
    }

    private static boolean includes(Set<String> wider, Set<String> narrower) {
        return wider.isEmpty() || !narrower.isEmpty() && wider.containsAll(narrower);
    }

    private record Field<T>(String name, Function<PolicyVersion, T> value, BiFunction<T, T, Effect> effect) {
        List<FieldChange> change(PolicyVersion before, PolicyVersion after) {
            T from = value.apply(before);
            T to = value.apply(after);
            return from.equals(to)
                    ? List.of()
                    : List.of(new FieldChange(name, text(from), text(to), effect.apply(from, to)));
        }

        private static String text(Object value) {
            if (value instanceof Duration duration) {
                return duration.equals(Duration.ofDays(duration.toDays()))
                        ? "P" + duration.toDays() + "D"
                        : duration.toString();
            }
            if (value instanceof Collection<?> names) {
                return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
            }
            if (value instanceof Double number) {
                return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            }
            return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
        }
    }
}
