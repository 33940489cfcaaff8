/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Control} of a signal says. It takes effect at a midnight after the moment it was given: event time
 * never runs ahead of the clock, so nothing that was judged before would be judged otherwise when it is looked at
 * again.
 *
 * @param signal code of the finding, without the region
 * @param region the region it is about
 * @param day the UTC day that it takes effect with
 */
public record SignalChange(String signal, Region region, LocalDate day) {

    private static final Pattern SUBJECT =
            Pattern.compile("([A-Z][A-Z0-9_]*)/([A-Z]{2}(?:-[A-Z0-9]{1,3})?)/(\\d{4}-\\d{2}-\\d{2})");

    /**
     * Reads the subject of a control.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static SignalChange parse(String subject) {
        Matcher parts = SUBJECT.matcher(subject);
        if (parts.matches()) {
            try {
                return new SignalChange(parts.group(1), new Region(parts.group(2)), LocalDate.parse(parts.group(3)));
            } catch (DateTimeException noDay) {
                throw unlike(subject, noDay);
            }
        }
        throw unlike(subject, null);
    }

    private static IllegalArgumentException unlike(String subject, @Nullable DateTimeException cause) {
        return new IllegalArgumentException(
                "subject: '" + subject + "' is not like DIRECT_EGRESS/HK/2026-01-31: signal, region, first day", cause);
    }

    /** The subject of a control that says this. */
    public String subject() {
        return name() + "/" + day;
    }

    /** The signal and its region, such as {@code DIRECT_EGRESS/HK}. */
    public String name() {
        return signal + "/" + region;
    }

    /** When it takes effect. */
    public Instant from() {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
