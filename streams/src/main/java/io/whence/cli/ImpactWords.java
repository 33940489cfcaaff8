/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.cases.PolicyImpact;
import io.whence.domain.policy.Iso3166;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who would stand otherwise under another version of a policy, in words. */
final class ImpactWords {
    private final WordColumns text = new WordColumns(30);

    private ImpactWords() {}

    static String of(PolicyImpact impact) {
        var words = new ImpactWords();
        words.describe(impact);
        return words.text.toString();
    }

    private void describe(PolicyImpact impact) {
        text.line("If version " + impact.version() + " of policy " + impact.policyId() + " took effect at "
                + impact.at() + ", of " + impact.organizations() + " organizations");
        impact.counts().forEach((group, count) -> {
            text.line("");
            text.line(count + " " + meaning(group));
            impact.affected().stream()
                    .filter(affected -> affected.group() == group)
                    .forEach(affected -> text.item(
                            Printable.of(affected.organizationId()),
                            affected.masked()
                                    ? "evidence of a masked origin, which names no region"
                                    : affected.regions().stream()
                                            .map(ImpactWords::difference)
                                            .collect(Collectors.joining("; "))));
        });
        if (!impact.caveats().isEmpty()) {
            text.line("");
            impact.caveats().forEach(caveat -> text.item("note", caveat));
        }
    }

    private static String meaning(PolicyImpact.Group group) {
        return switch (group) {
            case ENFORCED -> "would be enforced against then";
            case WARNED -> "would be warned";
            case ADVISED -> "would be advised";
            case VISITS_REFUSED -> "would have visits refused there, and be told nothing";
            case LIFTED -> "would have nothing held against them any more";
        };
    }

    private static String difference(PolicyImpact.Difference difference) {
        var name = Iso3166.nameOf(difference.region())
                .map(known -> known + " (" + difference.region() + ")")
                .orElse(difference.region().code());
        var change = difference.before() == difference.after()
                ? word(difference.after())
                : "from " + word(difference.before()) + " to " + word(difference.after());
        return name + " " + change + ": " + difference.requests() + " requests on " + difference.days() + " days, "
                + percent(difference.share());
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
