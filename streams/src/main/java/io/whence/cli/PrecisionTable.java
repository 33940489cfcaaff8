/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.cases.SignalPrecision;
import io.whence.domain.cases.Suspensions;
import io.whence.http.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signals as they are printed.
 *
 * @param floor what they are held to
 * @param suspensions which may not support enforcement
 * @param day the UTC day by which that is said
 */
record PrecisionTable(double floor, Suspensions suspensions, LocalDate day) {

    List<String> json(List<SignalPrecision> signals) {
        return List.of(Json.pretty(signals.stream().map(this::asJson).toList()));
    }

    List<String> lines(List<SignalPrecision> signals) {
        List<String> lines = new ArrayList<>();
        lines.add("signal                       region  warnings  appeals    wrong confirmed  precision  95 %");
        signals.forEach(signal -> lines.add(Printable.of(row(signal))));
        return lines;
    }

    private Map<String, Object> asJson(SignalPrecision signal) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("signal", signal.signal());
        row.put("region", signal.region().code());
        row.put("warnings", signal.warnings());
        row.put("appeals", signal.appeals());
        row.put("wrong", signal.wrong());
        row.put("confirmed", signal.confirmed());
        row.put("precision", signal.decided() == 0 ? null : signal.precision());
        row.put("lower_bound", signal.lowerBound());
        row.put("upper_bound", signal.upperBound());
        row.put("below_floor", signal.below(floor));
        row.put("suspended", suspended(signal));
        return row;
    }

    private boolean suspended(SignalPrecision signal) {
        return suspensions.holds(
                signal.signal(), signal.region(), day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private String row(SignalPrecision signal) {
        String share = signal.decided() == 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", signal.precision());
        return String.format(
                Locale.ROOT,
                "%-28s %-7s %8d %8d %8d %9d %10s  %.2f to %.2f%s%s",
                signal.signal(),
                signal.region().code(),
                signal.warnings(),
                signal.appeals(),
                signal.wrong(),
                signal.confirmed(),
                share,
                signal.lowerBound(),
                signal.upperBound(),
                signal.below(floor) ? "  BELOW THE FLOOR of " + floor : "",
                suspended(signal) ? "  SUSPENDED on " + day : "");
    }
}
