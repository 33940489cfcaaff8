/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one version of a policy; notes everything that is wrong with it at once. */
final class VersionCompiler {
    private final Diagnostics diagnostics;
    private final Optional<Integer> number;
    private final Optional<String> title;
    private final Optional<String> source;
    private final Optional<LocalDate> sourceDate;
    private final Optional<Instant> announcedAt;
    private final Optional<Instant> effectiveAt;
    private final Optional<PolicyMode> mode;
    private final Optional<Enforcement> enforcement;
    private final Thresholds thresholds;
    private final RegionRules rules;
    private final Set<String> products;
    private final List<String> approvedBy;

    VersionCompiler(PolicyDocument.Version document, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        number = written(document.version(), "1", "version").positiveNumber();
        title = written(document.title(), "Regions in which the API is supported", "title")
                .text();
        source = written(document.source(), "Help page of the provider, https://...", "source")
                .text();
        sourceDate = written(document.sourceDate(), "2024-06-25", "source_date").day();
        announcedAt = written(document.announced(), "2024-06-24T00:00:00Z", "announced")
                .midnight();
        effectiveAt = written(document.effective(), "2024-07-09T00:00:00Z", "effective")
                .midnight();
        mode = written(document.mode() == null ? "shadow" : document.mode(), "shadow", "mode")
                .oneOf(List.of("shadow", "live"))
                .map(word -> PolicyMode.valueOf(word.toUpperCase(Locale.ROOT)));
        enforcement = new EnforcementCompiler(document.enforcement(), diagnostics).compile();
        thresholds = new ThresholdsCompiler(document.thresholds(), diagnostics.at("thresholds")).compile();
        rules = rules(document);
        var scope = new ScopeCompiler(document, diagnostics);
        products = scope.products();
        approvedBy = scope.approvedBy();
        checkDates();
    }

    /** Notes what is wrong with following that earlier version. */
    void checkFollows(VersionCompiler earlier) {
        if (number.isPresent() && earlier.number.isPresent() && number.get() <= earlier.number.get()) {
            diagnostics
                    .at("version")
                    .problem(
                            number.get().toString(),
                            "version " + number.get()
                                    + " does not follow version " + earlier.number.get()
                                    + "; write the oldest version first and number upwards");
        }
        if (effectiveAt.isPresent()
                && earlier.effectiveAt.isPresent()
                && !effectiveAt.get().isAfter(earlier.effectiveAt.get())) {
            diagnostics
                    .at("effective")
                    .problem(
                            effectiveAt.get().toString(),
                            "takes effect at " + effectiveAt.get()
                                    + ", not after the version before it (" + earlier.effectiveAt.get()
                                    + "); write the oldest version first, each with a later date");
        }
        warnOfAnnouncementBefore(earlier);
    }

    private void warnOfAnnouncementBefore(VersionCompiler earlier) {
        if (announcedAt.isPresent()
                && earlier.announcedAt.isPresent()
                && announcedAt.get().isBefore(earlier.announcedAt.get())) {
            diagnostics
                    .at("announced")
                    .warning(
                            announcedAt.get().toString(),
                            "announced at " + announcedAt.get() + ", before the version it replaces ("
                                    + earlier.announcedAt.get() + "), which therefore nobody is ever told of;"
                                    + " write the later date unless that is meant");
        }
    }

    /** The version; to be called only when nothing was wrong. */
    PolicyVersion build(String policyId) {
        return new PolicyVersion(
                policyId,
                number.orElseThrow(),
                title.orElseThrow(),
                source.orElseThrow(),
                sourceDate.orElseThrow(),
                announcedAt.orElseThrow(),
                effectiveAt.orElseThrow(),
                mode.orElseThrow(),
                enforcement.orElseThrow(),
                thresholds,
                rules,
                products,
                approvedBy);
    }

    private RegionRules rules(PolicyDocument.Version document) {
        var standingOfTheRest = written(document.defaultStanding(), "unsupported", "default")
                .oneOf(List.of("supported", "unsupported"))
                .map(word -> Standing.valueOf(word.toUpperCase(Locale.ROOT)));
        return new RegionRulesCompiler(document, standingOfTheRest, diagnostics).compile();
    }

    private void checkDates() {
        if (announcedAt.isPresent()
                && effectiveAt.isPresent()
                && announcedAt.get().isAfter(effectiveAt.get())) {
            diagnostics
                    .at("announced")
                    .problem(
                            announcedAt.get().toString(),
                            "announced at " + announcedAt.get()
                                    + ", after it takes effect at " + effectiveAt.get()
                                    + "; announce a version no later than it takes effect");
        }
    }

    private Written written(@Nullable String value, String example, String name) {
        return new Written(value, example, diagnostics.at(name));
    }
}
