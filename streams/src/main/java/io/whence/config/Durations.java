/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Durations as people write them: {@code 15m}, {@code 6h}, {@code 30s}, {@code 2d}, or ISO 8601 as {@code PT6H}. */
public final class Durations {

    static final ConfigDef.Validator VALID = ConfigDef.LambdaValidator.with(
            (name, value) -> {
                try {
                    parse((String) value);
                } catch (IllegalArgumentException wrong) {
                    throw new ConfigException(name, value, wrong.getMessage());
                }
            },
            () -> "duration above zero");

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is none, or not above zero
     */
    public static Duration parse(String text) {
        Duration duration = read(text.strip().toLowerCase(Locale.ROOT));
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("must be above zero");
        }
        return duration;
    }

    private static Duration read(String text) {
        Matcher shorthand = SHORT.matcher(text);
        if (!shorthand.matches()) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException wrong) {
                throw new IllegalArgumentException("write a duration like 15m, 6h or PT6H", wrong);
            }
        }
        long amount = Long.parseLong(shorthand.group(1));
        return switch (shorthand.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
