/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.PolicyFile;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Enforcement;
import io.whence.domain.policy.Iso3166;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.PolicyProblem;
import io.whence.domain.policy.PolicyVersion;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.policy.Thresholds;
import io.whence.domain.policy.Visits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy in words, for the person who answers for it. */
final class PolicyWords {
    private static final int MARGIN = 17;

    /** Longer lists of countries are counted only; the file has them. */
    private static final int MOST_NAMED = 40;

    private final WordColumns text = new WordColumns(MARGIN);

    private PolicyWords() {}

    static String of(PolicyFile file, PolicyCompilation compilation) {
        var words = new PolicyWords();
        if (compilation.problems().isEmpty()) {
            words.describe(file, compilation.orThrow(), compilation.warnings());
        } else {
            words.line(
                    file.name() + " is refused: " + count(compilation.problems().size(), "problem"));
            words.list(file, compilation.problems());
        }
        return words.text.toString();
    }

    private void describe(PolicyFile file, RegionPolicy policy, List<PolicyProblem> warnings) {
        line("Policy " + policy.id() + " is in order: "
                + count(policy.versions().size(), "version") + ", "
                + count(warnings.size(), "warning"));
        policy.versions().forEach(version -> describe(policy, version));
        if (!warnings.isEmpty()) {
            line("");
            line("Warnings");
            list(file, warnings);
        }
    }

    private void describe(RegionPolicy policy, PolicyVersion version) {
        line("");
        line("Version " + version.version() + ": " + version.title());
        item("source", version.source() + " (" + version.sourceDate() + ")");
        item("announced", day(version.announcedAt()));
        item(
                "in force",
                "from " + day(version.effectiveAt())
                        + policy.supersededAt(version)
                                .map(until -> " until " + day(until))
                                .orElse(" on") + ", each day from 00:00 UTC");
        item("mode", mode(version.mode()));
        describe(version.enforcement());
        item("products", products(version.products()));
        item("signed off by", version.approvedBy().isEmpty() ? "nobody" : String.join(", ", version.approvedBy()));
        for (var standing : Standing.values()) {
            item(word(standing), regions(version.rules().countriesOf(standing)));
        }
        item("parts", parts(version.rules().exceptions()));
        item("a notice takes", thresholds(version.thresholds()));
    }

    private void describe(Enforcement enforcement) {
        item("grace", length(enforcement.grace(), "between a notice and its enforcement"));
        item("approvals", approvals(enforcement.approvals()));
        item("reminder", length(enforcement.reminder(), "before the enforcement"));
        item("lifted", length(enforcement.cleanPeriod(), "after the last traffic from an unsupported region"));
        item("probation", length(enforcement.probation(), "after a lift"));
        item("database", length(enforcement.databaseAge(), "old at most, for anything to be enforced on it"));
        item("visits", visits(enforcement.visits()));
    }

    private static String visits(Visits visits) {
        return visits == Visits.REFUSED
                ? "refused where they are, without a notice of their own, once the announcement's grace is over"
                : "served";
    }

    private static String approvals(int approvals) {
        return approvals == 0 ? "none" : count(approvals, "officer") + " before an organization is enforced against";
    }

    private static String products(Set<String> products) {
        return products.isEmpty() ? "all" : String.join(", ", products) + " only";
    }

    private static String regions(List<Region> regions) {
        var counted = regions.size() + " of " + Iso3166.countries().size() + " countries and territories";
        if (regions.isEmpty() || regions.size() > MOST_NAMED) {
            return counted;
        }
        return counted + ": " + regions.stream().map(PolicyWords::named).collect(Collectors.joining(", "));
    }

    private static String parts(Map<Region, Standing> exceptions) {
        if (exceptions.isEmpty()) {
            return "every country is judged as a whole";
        }
        return new TreeMap<>(exceptions)
                        .entrySet().stream()
                                .map(part -> named(part.getKey()) + " is " + word(part.getValue()))
                                .collect(Collectors.joining("; "))
                + "; where the part is not known, the country is indeterminate";
    }

    private static String thresholds(Thresholds thresholds) {
        return thresholds.requests() + " requests on " + thresholds.days() + " days within " + thresholds.windowDays()
                + " days, and " + percent(thresholds.share()) + " of the organization's requests or "
                + thresholds.requestsRegardlessOfShare() + " requests; below a probability of "
                + thresholds.probability() + " it is advisory only";
    }

    private static String mode(PolicyMode mode) {
        return mode == PolicyMode.LIVE
                ? "live: organizations are told, and enforcement may follow"
                : "shadow: notices are marked, nobody is told";
    }

    private static String named(Region region) {
        return Iso3166.nameOf(region).map(name -> name + " (" + region + ")").orElse(region.code());
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String length(Duration length, String between) {
        if (length.isZero()) {
            return "none";
        }
        var inDays = length.equals(Duration.ofDays(length.toDays()));
        return (inDays ? count(length.toDays(), "day") : length.toString()) + " " + between;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String count(long number, String one) {
        return (number == 0 ? "no" : number) + " " + one + (number == 1 ? "" : "s");
    }

    private void list(PolicyFile file, List<PolicyProblem> problems) {
        problems.forEach(problem -> line("  " + file.describe(problem)));
    }

    private void item(String label, String words) {
        text.item(label, words);
    }

    private void line(String line) {
        text.line(line);
    }
}
