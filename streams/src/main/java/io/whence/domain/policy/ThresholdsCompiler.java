/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads the thresholds of one version; what is not written keeps its default. */
final class ThresholdsCompiler {
    private static final String REQUESTS = "requests";
    private static final String DAYS = "days";
    private static final String SHARE = "share";
    private static final String REQUESTS_REGARDLESS_OF_SHARE = "requests_regardless_of_share";
    private static final String PROBABILITY = "probability";
    private static final String WINDOW_DAYS = "window_days";
    private static final List<String> NAMES =
            List.of(REQUESTS, DAYS, SHARE, REQUESTS_REGARDLESS_OF_SHARE, PROBABILITY, WINDOW_DAYS);

    private final Map<String, String> written;
    private final Diagnostics diagnostics;

    ThresholdsCompiler(Map<String, String> written, Diagnostics diagnostics) {
        this.written = written;
        this.diagnostics = diagnostics;
    }

    /** The thresholds; each that cannot be read, with the reason noted, is the default. */
    Thresholds compile() {
        refuseUnknownNames();
        var windowDays = (int) whole(WINDOW_DAYS, 1, Thresholds.MAX_WINDOW_DAYS, Thresholds.DEFAULT_WINDOW_DAYS);
        var days = (int) whole(DAYS, 1, windowDays, Math.min(Thresholds.DEFAULT_DAYS, windowDays));
        var requests = whole(REQUESTS, 1, Long.MAX_VALUE, Thresholds.DEFAULT_REQUESTS);
        var regardless = whole(
                REQUESTS_REGARDLESS_OF_SHARE,
                requests,
                Long.MAX_VALUE,
                Math.max(requests, Thresholds.DEFAULT_REQUESTS_REGARDLESS_OF_SHARE));
        var share = fraction(SHARE, Thresholds.DEFAULT_SHARE);
        var probability = fraction(PROBABILITY, Thresholds.DEFAULT_PROBABILITY);
        return new Thresholds(requests, days, share, regardless, probability, windowDays);
    }

    private void refuseUnknownNames() {
        for (var name : written.keySet()) {
            if (!NAMES.contains(name)) {
                diagnostics
                        .at(name)
                        .problem(
                                written.getOrDefault(name, ""),
                                "unknown threshold" + Spelling.hintOr(name, NAMES, "; there are "));
            }
        }
    }

    private long whole(String name, long least, long most, long otherwise) {
        var range = most == Long.MAX_VALUE
                ? "a whole number from " + least + " upwards"
                : "a whole number from " + least + " to " + most;
        return number(name, new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most), true, range), otherwise)
                .longValue();
    }

    private double fraction(String name, double otherwise) {
        return number(name, new Range(BigDecimal.ZERO, BigDecimal.ONE, false, "a number from 0 to 1"), otherwise)
                .doubleValue();
    }

    private BigDecimal number(String name, Range range, Number otherwise) {
        var fallback = new BigDecimal(otherwise.toString());
        if (!written.containsKey(name)) {
            return fallback;
        }
        return new Written(written.get(name), otherwise.toString(), diagnostics.at(name))
                .number(range.words(), range::contains)
                .orElse(fallback);
    }

    /** Numbers between two ends, both included. */
    private record Range(BigDecimal least, BigDecimal most, boolean whole, String words) {
        boolean contains(BigDecimal number) {
            var isWhole = number.stripTrailingZeros().scale() <= 0;
            return number.compareTo(least) >= 0 && number.compareTo(most) <= 0 && (isWhole || !whole);
        }
    }
}
