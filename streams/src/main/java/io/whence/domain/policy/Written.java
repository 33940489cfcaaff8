/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One written value with the place it was written in; each reading of it is empty, and says why, when the value is
 * missing or cannot be read.
 */
final class Written {
    private final @Nullable String value;
    private final String example;
    private final Diagnostics diagnostics;

    Written(@Nullable String value, String example, Diagnostics diagnostics) {
        this.value = value == null || value.isBlank() ? null : value;
        this.example = example;
        this.diagnostics = diagnostics;
    }

    Optional<String> text() {
        return read(text -> text, "a text");
    }

    Optional<String> matching(String pattern, String what) {
        return read(
                text -> Optional.of(text).filter(word -> word.matches(pattern)).orElseThrow(), what);
    }

    Optional<String> oneOf(List<String> words) {
        if (value == null || words.contains(value)) {
            return read(text -> text, String.join(" or ", words));
        }
        diagnostics.problem(value, "unknown word '" + value + "'" + Spelling.hintOr(value, words, ", write one of "));
        return Optional.empty();
    }

    Optional<BigDecimal> number(String what, Predicate<BigDecimal> inRange) {
        return read(text -> Optional.of(new BigDecimal(text)).filter(inRange).orElseThrow(), what);
    }

    Optional<Integer> wholeNumber(int least, int most) {
        return read(
                text -> Optional.of(Integer.valueOf(text))
                        .filter(number -> number >= least && number <= most)
                        .orElseThrow(),
                "a whole number from " + least + " to " + most);
    }

    Optional<Integer> positiveNumber() {
        return read(
                text -> Optional.of(Integer.valueOf(text))
                        .filter(number -> number >= 1)
                        .orElseThrow(),
                "a whole number from 1 upwards");
    }

    Optional<LocalDate> day() {
        return read(LocalDate::parse, "a date");
    }

    /** The start of a UTC day; any other time of day is refused, not rounded. */
    Optional<Instant> midnight() {
        var instant = read(Written::toInstant, "a date");
        if (instant.isPresent() && !PolicyVersion.isMidnight(instant.get())) {
            diagnostics.problem(
                    String.valueOf(value),
                    "'" + value + "' is not at 00:00 UTC: traffic is tallied by UTC day"
                            + " and each day is judged by one version; write '"
                            + instant.get().truncatedTo(ChronoUnit.DAYS) + "'");
            return Optional.empty();
        }
        return instant;
    }

    Optional<Duration> duration() {
        return read(
                text -> Optional.of(Duration.parse(text))
                        .filter(duration -> !duration.isNegative())
                        .orElseThrow(),
                "a duration of zero or more");
    }

    /** Whole seconds between two lengths, both included. */
    Optional<Duration> duration(Duration shortest, Duration longest) {
        return read(
                text -> Optional.of(Duration.parse(text))
                        .filter(duration -> duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0)
                        .filter(duration -> duration.equals(duration.truncatedTo(ChronoUnit.SECONDS)))
                        .orElseThrow(),
                "a duration from " + inDays(shortest) + " to " + inDays(longest));
    }

    private static String inDays(Duration duration) {
        return "P" + duration.toDays() + "D";
    }

    private <T> Optional<T> read(Function<String, T> reading, String what) {
        if (value == null) {
            diagnostics.problem("", "missing; write " + what + " like '" + example + "'");
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(value));
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException unreadable) {
            diagnostics.problem(value, "'" + value + "' is not " + what + "; write it like '" + example + "'");
            return Optional.empty();
        }
    }

    private static Instant toInstant(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}
