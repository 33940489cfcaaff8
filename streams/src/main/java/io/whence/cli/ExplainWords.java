/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Iso3166;
import io.whence.http.view.AssessmentView;
import io.whence.http.view.CaseView;
import io.whence.http.view.CounterfactualView;
import io.whence.http.view.ExplanationView;
import io.whence.http.view.NoticeView;
import io.whence.http.view.OrganizationView;
import io.whence.http.view.RegionView;
import io.whence.http.view.TrafficView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation in words. */
final class ExplainWords {

    private static final int LABEL = 16;

    /** More keys or networks than this say nothing more to a reader. */
    private static final int NAMED = 5;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ExplainWords() {}

    static String of(ExplanationView explanation, TrafficView traffic) {
        ExplainWords words = new ExplainWords();
        words.describe(explanation.organization());
        words.item("last event", time(explanation.latestEventAt()));
        words.item("judged through", explanation.closedThrough().toString());
        explanation.policies().forEach(words::describe);
        words.heading("Traffic by region and day, " + traffic.from() + " to " + traffic.to());
        TrafficTable.lines(traffic).forEach(line -> words.line("  " + line));
        words.heading("Notices");
        explanation.notices().forEach(words::describe);
        if (explanation.notices().isEmpty()) {
            words.line("  none");
        }
        words.heading("What is not known");
        explanation.unknowns().forEach(unknown -> words.line("  " + unknown));
        explanation
                .geolocation()
                .builds()
                .forEach(build -> words.item("located with", build.source() + " of " + day(build.builtAt())));
        return words.text.toString().stripTrailing();
    }

    private void describe(OrganizationView organization) {
        String id = Printable.of(organization.organizationId());
        line(organization.name() == null ? id : Printable.of(organization.name()) + " (" + id + ")");
        item("says it is in", region(organization.declaredCountry()));
        item("pays from", region(organization.billingCountry()));
    }

    private void describe(ExplanationView.UnderPolicyView under) {
        AssessmentView assessment = under.assessment();
        heading(Printable.of(assessment.policyTitle()) + " (" + assessment.policyId() + " version "
                + assessment.policyVersion() + ", " + word(assessment.mode()) + ")");
        describe(under.compliance());
        item(
                "window",
                day(assessment.windowStart()) + " to "
                        + day(assessment.windowEnd().minusMillis(1)) + ", " + count(assessment.requests())
                        + " requests, " + percent(assessment.coverage()) + " of them located");
        item("probability", percent(assessment.probability()) + " that it is used from an unsupported region");
        item(
                "evidence since",
                assessment.onset() == null ? null : assessment.onset().toString());
        item("otherwise", otherwise(assessment));
        line("");
        line("  Evidence in decibans; 10 more make it ten times as likely");
        EvidenceBars.lines(assessment.reasons(), assessment.scoreDecibans()).forEach(bar -> line("  " + bar));
        changes(assessment.whatWouldChange());
        item("weights", assessment.modelVersion());
        assessment.regions().stream()
                .filter(region -> !region.standing().equals("SUPPORTED"))
                .forEach(this::describe);
    }

    private void changes(List<CounterfactualView> changes) {
        if (!changes.isEmpty()) {
            line("");
            line("  What would change it");
            changes.forEach(change -> line("  - " + change.sentence()));
        }
    }

    /** There is nothing to explain away where nothing speaks against the organization. */
    private static @Nullable String otherwise(AssessmentView assessment) {
        boolean unsupported = assessment.regions().stream()
                .anyMatch(region -> region.standing().equals("UNSUPPORTED"));
        return unsupported
                ? percent(assessment.bestBenignProbability()) + ", most likely: "
                        + word(assessment.bestBenignExplanation())
                : null;
    }

    private void describe(CaseView known) {
        item("case", known.state() + (known.caseId() == null ? "" : ", case " + known.caseId()));
        item("warned", known.noticedAt() == null ? null : day(known.noticedAt()));
        item("enforceable", known.enforceableFrom() == null ? null : "not before " + day(known.enforceableFrom()));
        item("told of", known.told().isEmpty() ? null : String.join(", ", known.told()));
        item("history", known.transitions() == 1 ? "1 change of state" : known.transitions() + " changes of state");
    }

    private void describe(RegionView region) {
        line("");
        line("  " + region(region.region()) + ", " + word(region.standing()) + ": " + count(region.requests())
                + " requests on " + region.days() + (region.days() == 1 ? " day" : " days") + ", "
                + percent(region.share()));
        item(
                "  keys",
                some(region.keys().stream()
                        .map(key -> Printable.of(key.apiKeyId()) + " " + count(key.requests()))
                        .toList()));
        item(
                "  networks",
                some(region.networks().stream()
                        .map(network -> network.prefix() + operator(network.name(), network.asn()) + " "
                                + count(network.requests()))
                        .toList()));
    }

    private void describe(NoticeView notice) {
        line("  " + day(notice.issuedAt()) + "  " + notice.kind() + " ("
                + (notice.mode().equals("LIVE") ? "sent" : "shadow, not sent") + ")  "
                + Printable.of(notice.summary()));
        if (notice.remedy() != null) {
            line("              " + Printable.of(notice.remedy()));
        }
    }

    private static String operator(@Nullable String name, @Nullable Long asn) {
        return (name == null ? "" : " " + Printable.of(name)) + (asn == null ? "" : " AS" + asn);
    }

    private static @Nullable String some(List<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : first + (all.size() > NAMED ? "; and " + (all.size() - NAMED) + " more" : "");
    }

    private static @Nullable String region(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return code.equals("ZZ") ? "not located" : name(new Region(code)) + " (" + code + ")";
    }

    private static String name(Region region) {
        return Iso3166.nameOf(region).or(() -> Iso3166.nameOf(region.country())).orElse(region.code());
    }

    private static String word(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private void heading(String heading) {
        line("");
        line(heading);
    }

    /** A label and its words; nothing when there are none. */
    private void item(String label, @Nullable String words) {
        if (words != null) {
            line("  " + label + " ".repeat(LABEL - label.length()) + words);
        }
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
