/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.BAD_TIMESTAMP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * Times as logs write them: a number since 1970, RFC 3339, or the common log format; always with a time zone.
 *
 * <p>Read by position, as a formatter would cost more than the rest of the line. Results are whole milliseconds.
 */
final class Timestamps {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int MINUTES_PER_DAY = 24 * 60;

    private final String text;

    private Timestamps(String text) {
        this.text = text;
    }

    /** Reads a time; the unit matters for numbers only. */
    static Instant parse(String text, Unit unit) throws UnreadableLineException {
        return new Timestamps(text).parse(unit);
    }

    private Instant parse(Unit unit) throws UnreadableLineException {
        if (text.length() > 2 && text.charAt(2) == '/') {
            return commonLogFormat();
        }
        return text.length() > 4 && text.charAt(4) == '-' ? rfc3339() : number(unit);
    }

    /** {@code 1431857103}, {@code 1431857103.123}, {@code 1431857103123} and so on. */
    private Instant number(Unit unit) throws UnreadableLineException {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        if (whole == 0 || whole > 19) {
            throw bad("neither a time nor a number");
        }
        long number = digits(0, whole);
        if (number < 0) {
            throw bad("more than 64 bits"); // the longest nanoseconds have nineteen digits, as has the largest long
        }
        var exact = unit == Unit.AUTO ? Unit.ofEpoch(number) : unit;
        long perMilli = Unit.MS.nanos();
        if (exact != Unit.S) {
            return Instant.ofEpochMilli(exact == Unit.MS ? number : number / (perMilli / exact.nanos()));
        }
        if (number > 100_000_000_000L) {
            throw bad("too many seconds");
        }
        return Instant.ofEpochMilli(number * 1000 + (point < 0 ? 0 : fraction(point + 1, text.length())));
    }

    /** {@code 2015-05-17T10:05:03.123Z}, {@code 2015-05-17 10:05:03+02:00}. */
    private Instant rfc3339() throws UnreadableLineException {
        if (text.length() < 20 || text.charAt(7) != '-' || "Tt ".indexOf(text.charAt(10)) < 0) {
            throw bad("not RFC 3339 with a time zone");
        }
        long day = day((int) digits(0, 4), (int) digits(5, 7), (int) digits(8, 10));
        long seconds = secondsOfDay(11);
        int at = 19;
        long millis = 0;
        if (text.charAt(at) == '.' || text.charAt(at) == ',') {
            int from = ++at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            millis = fraction(from, at);
        }
        return instant(day, seconds - 60 * offsetMinutes(at), millis);
    }

    /** {@code 17/May/2015:10:05:03 +0000}. */
    private Instant commonLogFormat() throws UnreadableLineException {
        if (text.length() != 26 || text.charAt(6) != '/' || text.charAt(11) != ':' || text.charAt(20) != ' ') {
            throw bad("not a time of the common log format");
        }
        int month = MONTHS.indexOf(text.substring(3, 6));
        if (month < 0 || month % 3 != 0) {
            throw bad("no such month");
        }
        long day = day((int) digits(7, 11), month / 3 + 1, (int) digits(0, 2));
        return instant(day, secondsOfDay(12) - 60 * offsetMinutes(21), 0);
    }

    private static Instant instant(long day, long seconds, long millis) {
        return Instant.ofEpochMilli((day * 86_400 + seconds) * 1000 + millis);
    }

    private long day(int year, int month, int day) throws UnreadableLineException {
        if (year < 1970 || month < 1 || month > 12 || day < 1) {
            throw bad("no such day");
        }
        if (day > Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year))) {
            throw bad("no such day");
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }

    /** A leap second counts as the second after it. */
    private long secondsOfDay(int at) throws UnreadableLineException {
        long hours = digits(at, at + 2);
        long minutes = digits(at + 3, at + 5);
        long seconds = digits(at + 6, at + 8);
        if (text.charAt(at + 2) != ':' || text.charAt(at + 5) != ':' || hours > 23 || minutes > 59 || seconds > 60) {
            throw bad("no such time of day");
        }
        return hours * 3600 + minutes * 60 + seconds;
    }

    private long offsetMinutes(int at) throws UnreadableLineException {
        var zone = text.substring(at);
        if (zone.equals("Z") || zone.equals("z")) {
            return 0;
        }
        boolean colon = zone.length() == 6 && zone.charAt(3) == ':';
        if (!colon && zone.length() != 5 || zone.charAt(0) != '+' && zone.charAt(0) != '-') {
            throw bad("no time zone");
        }
        long minutes = digits(at + 1, at + 3) * 60 + digits(text.length() - 2, text.length());
        if (minutes >= MINUTES_PER_DAY) {
            throw bad("no such time zone");
        }
        return zone.charAt(0) == '-' ? -minutes : minutes;
    }

    /** Milliseconds of the digits after a decimal point; those after the third are dropped. */
    private long fraction(int from, int to) throws UnreadableLineException {
        if (from == to) {
            throw bad("nothing after the decimal point");
        }
        digits(from, Math.min(to, from + 18));
        long millis = 0;
        for (int i = 0; i < 3; i++) {
            millis = millis * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return millis;
    }

    private long digits(int from, int to) throws UnreadableLineException {
        long number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw bad("neither a time nor a number");
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private UnreadableLineException bad(String what) {
        var shown = text.length() <= 60 ? text : text.substring(0, 60) + "...";
        return new UnreadableLineException(BAD_TIMESTAMP, Field.TIMESTAMP.label(), what + ": \"" + shown + "\"");
    }
}
