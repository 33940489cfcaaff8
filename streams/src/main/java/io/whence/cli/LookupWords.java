/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.Lookup;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.SourceAnswer;
import io.whence.geo.GeoSources;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer of {@code whence lookup} in words. */
final class LookupWords {

    private static final String DEMO = "DEMO DATA: the bundled databases of 2019 answer. 6.6 % of all IPv4 addresses"
            + " have changed country since; base no notice on this. Name your own with --city and --asn.";

    private LookupWords() {}

    static String of(LookupAnswer answer) {
        var lines = new ArrayList<String>();
        if (answer.demo()) {
            lines.add(DEMO);
            lines.add(GeoSources.DEMO_ATTRIBUTION);
            lines.add("");
        }
        for (var lookup : answer.lookups()) {
            lines.addAll(block(lookup));
            lines.add("");
        }
        answer.refused().forEach(text -> lines.add("'" + text + "' " + LookupAnswer.NO_ADDRESS));
        var age = age(answer);
        if (age != null) {
            lines.add(age);
        }
        return String.join(System.lineSeparator(), lines).stripTrailing();
    }

    private static List<String> block(Lookup lookup) {
        var origin = lookup.origin();
        var lines = new ArrayList<String>();
        lines.add(lookup.address().toString());
        lines.add(row("region", origin.region().isUnknown() ? "unknown, " + word(origin.unlocated()) : region(origin)));
        lines.add(row("network", network(origin)));
        lines.add(row("operator", operator(origin.autonomousSystem())));
        if (origin.secondCountry() != null) {
            lines.add(row("second", origin.secondCountry() + ", " + word(origin.agreement())));
        }
        column("sources", lookup.answers().stream().map(LookupWords::source).toList(), lines);
        column("reasoning", lookup.reasoning(), lines);
        return lines;
    }

    private static String region(Origin origin) {
        var region = origin.region();
        var name = new Locale("", region.country().code()).getDisplayCountry(Locale.ENGLISH);
        var registered = origin.registeredCountry();
        return region
                + (name.equals(region.country().code()) ? "" : " (" + name + ")")
                + (registered == null || registered.equals(region.country()) ? "" : ", registered " + registered)
                + (origin.accuracyRadiusKm() == null ? "" : ", within " + origin.accuracyRadiusKm() + " km");
    }

    private static String network(Origin origin) {
        var type = origin.networkType() == NetworkType.UNKNOWN ? "unknown" : word(origin.networkType());
        return origin.networkName() == null ? type : type + " (" + origin.networkName() + ")";
    }

    private static String operator(@Nullable AutonomousSystem system) {
        return system == null
                ? "unknown"
                : "AS" + system.number() + " " + Objects.requireNonNullElse(system.organization(), "");
    }

    private static String source(SourceAnswer answer) {
        var build = answer.build();
        return String.format(Locale.ROOT, "%-26s %s  %s", build.source(), day(build.builtAt()), answer.answer());
    }

    private static @Nullable String age(LookupAnswer answer) {
        var built = answer.primary().source() + " was built on "
                + day(answer.primary().builtAt());
        var days = Duration.between(answer.primary().builtAt(), answer.at()).toDays();
        return switch (answer.age()) {
            case FRESH -> null;
            case WARN -> built + ", " + days + " days ago: time for a newer one.";
            case HALVED -> built + ", " + days + " days ago: evidence from it counts half.";
            case FROZEN -> built + ", " + days + " days ago: nothing may be enforced on it.";
        };
    }

    private static void column(String label, List<String> words, List<String> lines) {
        for (int i = 0; i < words.size(); i++) {
            lines.add(row(i == 0 ? label : "", words.get(i)));
        }
    }

    private static String row(String label, String words) {
        return String.format(Locale.ROOT, "  %-10s  %s", label, words).stripTrailing();
    }

    private static String day(Instant instant) {
        return instant.equals(Instant.EPOCH)
                ? "bundled   "
                : instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
