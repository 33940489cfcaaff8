/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.domain.origin.Region;
import io.whence.query.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; what cannot be used is refused by name. */
final class Parameters {

    private final Context request;

    Parameters(Context request) {
        this.request = request;
    }

    /** The text of a parameter; null when it is absent or empty. */
    @Nullable String text(String name) {
        List<String> given = request.queryParams(name);
        if (given.size() > 1) {
            throw new ParameterException(name, "Give " + name + " once; it was given " + given.size() + " times.");
        }
        return given.isEmpty() || given.get(0).isBlank() ? null : given.get(0).strip();
    }

    String oneOf(String name, List<String> allowed) {
        String text = text(name);
        if (text == null) {
            return allowed.get(0);
        }
        if (!allowed.contains(text)) {
            throw new ParameterException(name, "Give " + name + " as one of " + String.join(", ", allowed) + ".");
        }
        return text;
    }

    int number(String name, int absent, int least, int most) {
        String text = text(name);
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw outOfRange(name, least, most);
        }
        throw outOfRange(name, least, most);
    }

    private static ParameterException outOfRange(String name, int least, int most) {
        return new ParameterException(name, "Give " + name + " as a number from " + least + " to " + most + ".");
    }

    Instant moment(String name, Instant absent) {
        String text = text(name);
        try {
            return text == null ? absent : Instant.parse(text);
        } catch (DateTimeParseException notAMoment) {
            throw new ParameterException(name, "Give " + name + " as a moment such as 2024-07-09T00:00:00Z.");
        }
    }

    /** A region by its code, in any case; null when it is absent. */
    @Nullable Region region(String name) {
        String text = text(name);
        try {
            return text == null ? null : new Region(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException notACode) {
            throw new ParameterException(name, "Give " + name + " as an ISO 3166 code such as CN or UA-43.");
        }
    }

    /** The days from {@code from} to {@code to}; empty when neither is given. */
    Optional<DayRange> days() {
        LocalDate from = day("from");
        LocalDate to = day("to");
        if (from == null && to == null) {
            return Optional.empty();
        }
        if (from == null || to == null) {
            throw new ParameterException(from == null ? "from" : "to", "Give both from and to, or neither.");
        }
        try {
            return Optional.of(new DayRange(from, to));
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException("from", "These days cannot be used: " + impossible.getMessage() + ".");
        }
    }

    /** The same, and no more days than so many. */
    Optional<DayRange> days(int most) {
        Optional<DayRange> days = days();
        if (days.filter(asked -> asked.count() > most).isPresent()) {
            throw new ParameterException("from", "Give at most " + most + " days at a time.");
        }
        return days;
    }

    /** The start of a UTC day; it must be given. */
    Instant midnight(String name) {
        LocalDate day = day(name);
        if (day == null) {
            throw new ParameterException(name, "Give " + name + " as a day such as 2024-07-09.");
        }
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    LocalDate day(String name, LocalDate absent) {
        LocalDate day = day(name);
        return day == null ? absent : day;
    }

    private @Nullable LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new ParameterException(name, "Give " + name + " as a day such as 2024-07-09.");
        }
    }
}
