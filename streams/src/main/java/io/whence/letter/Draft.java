/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.evidence.Finding;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One letter while it is being written. */
final class Draft {

    private static final double STRONG = 20;
    private static final double WEAK = 5;

    private final Notice notice;
    private final Phrases phrases;
    private final Wording wording;
    private final @Nullable String appeal;
    private final Map<String, String> values;

    Draft(Notice notice, Language language, Phrases phrases, @Nullable String appeal) {
        this.notice = notice;
        this.phrases = phrases;
        this.wording = new Wording(language, phrases);
        this.appeal = appeal;
        this.values = values();
    }

    private Map<String, String> values() {
        return Map.ofEntries(
                Map.entry("notice_id", Inert.of(notice.noticeId())),
                Map.entry("case_id", Inert.of(notice.caseId())),
                Map.entry("kind", notice.kind().name()),
                Map.entry("organization", organization()),
                Map.entry("organization_id", Inert.of(notice.organizationId())),
                Map.entry("policy", Inert.of(notice.policyTitle())),
                Map.entry("policy_id", Inert.of(notice.policyId())),
                Map.entry("version", Integer.toString(notice.policyVersion())),
                Map.entry("regions", regions()),
                Map.entry("issued", wording.moment(notice.issuedAt())),
                Map.entry("effective", wording.moment(notice.effectiveAt())),
                Map.entry("window_start", wording.moment(notice.windowStart())),
                Map.entry("window_end", wording.moment(notice.windowEnd())),
                Map.entry("coverage", wording.percent(notice.coverage())),
                Map.entry("appeal", Inert.of(Objects.requireNonNullElse(appeal, ""))));
    }

    private String organization() {
        String name = notice.organizationName();
        return name == null ? phrases.text("nameless") : Inert.of(name);
    }

    /** The regions it is about: those the policy does not support, or, when there are none, all that are told. */
    private String regions() {
        List<Region> unsupported = notice.regions().stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED)
                .map(traffic -> traffic.region())
                .toList();
        List<Region> all =
                notice.regions().stream().map(traffic -> traffic.region()).toList();
        if (all.isEmpty()) {
            return phrases.text("any_region");
        }
        return wording.regions(unsupported.isEmpty() ? all : unsupported);
    }

    String subject() {
        return indirect() ? phrases.text("subject.INDIRECT") : byNotice("subject");
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(opening());
        section("seen", new Seen(notice, phrases, wording).blocks(values), blocks);
        section("sure", sure(), blocks);
        section("why", why(), blocks);
        section("benign", List.of(paragraph("benign.text", benign())), blocks);
        if (notice.kind() != NoticeKind.LIFT) {
            section("change", changes(), blocks);
        }
        section("when", List.of(paragraph("when.issued"), paragraph("when." + form())), blocks);
        section(
                "todo",
                List.of(indirect() ? paragraph("todo.INDIRECT") : new Block.Paragraph(byNotice("todo"))),
                blocks);
        section("appeal", List.of(paragraph(appeal == null ? "appeal.answer" : "appeal.address")), blocks);
        section("basis", basis(), blocks);
        return blocks;
    }

    /** A warning about nothing that could be refused: nothing follows from it by itself. */
    private boolean indirect() {
        return notice.kind() == NoticeKind.WARNING
                && notice.regions().stream().noneMatch(traffic -> traffic.standing() == Standing.UNSUPPORTED);
    }

    private String form() {
        return indirect() ? "INDIRECT" : notice.kind().name();
    }

    private void section(String name, List<Block> content, List<Block> blocks) {
        blocks.add(new Block.Heading(phrases.text(name + ".title")));
        blocks.addAll(content);
    }

    private List<Block> opening() {
        List<Block> opening = new ArrayList<>();
        if (notice.mode() == PolicyMode.SHADOW) {
            opening.add(paragraph("shadow"));
        }
        opening.add(paragraph("addressee"));
        opening.add(paragraph("opening." + form()));
        opening.add(paragraph("about." + notice.classification()));
        if (notice.aftermath() != null) {
            opening.add(paragraph("aftermath." + notice.aftermath()));
        }
        return opening;
    }

    private List<Block> sure() {
        return List.of(
                paragraph(
                        "sure.text",
                        Map.of(
                                "likelihood", wording.likelihood(notice.probability()),
                                "probability", wording.percent(notice.probability()),
                                "decibans", wording.decibans(notice.scoreDecibans()))),
                paragraph(
                        "sure.explanation",
                        Map.of("explanation", phrases.text("explanation." + notice.classification()))));
    }

    private List<Block> why() {
        return notice.reasons().isEmpty()
                ? List.of(paragraph("why.none"))
                : List.of(new Block.Points(
                        notice.reasons().stream().map(this::reason).toList()));
    }

    private Block.Point reason(Finding finding) {
        String family = phrases.text("family." + finding.family());
        List<String> details = new ArrayList<>();
        String strength = Math.abs(finding.weightDecibans()) >= STRONG
                ? "strong"
                : Math.abs(finding.weightDecibans()) < WEAK ? "weak" : "medium";
        details.add(phrases.text(
                "why." + strength + (finding.weightDecibans() < 0 ? ".against" : ".for"),
                Map.of("decibans", wording.decibans(finding.weightDecibans()))));
        if (finding.firstSeen() != null && finding.lastSeen() != null) {
            details.add(phrases.text(
                    "seen.between",
                    Map.of("first", wording.moment(finding.firstSeen()), "last", wording.moment(finding.lastSeen()))));
        }
        details.add(phrases.text("why.record", Map.of("sentence", Inert.of(finding.sentence()))));
        return new Block.Point(
                phrases.text("why.finding", Map.of("family", family, "code", Inert.of(finding.code()))), details);
    }

    private Map<String, String> benign() {
        return Map.of(
                "explanation", phrases.text("explanation." + notice.bestBenignExplanation()),
                "probability", wording.percent(notice.benignProbability()));
    }

    private List<Block> changes() {
        List<Block.Point> points = notice.whatWouldChange().stream()
                .map(change -> phrases.text(
                        "change." + change.family(),
                        Map.of(
                                "probability", wording.percent(change.probability()),
                                "now", wording.percent(notice.probability()))))
                .map(text -> new Block.Point(text, List.of()))
                .toList();
        return List.of(points.isEmpty() ? paragraph("change.none") : new Block.Points(points));
    }

    private List<Block> basis() {
        List<String> facts = new ArrayList<>();
        facts.add(phrases.text("basis.policy", values));
        if (notice.modelVersion() != null) {
            facts.add(phrases.text("basis.model", Map.of("model", Inert.of(notice.modelVersion()))));
        }
        notice.geolocation().forEach(build -> facts.add(build(build)));
        facts.add(phrases.text("basis.coverage", values));
        facts.add(phrases.text("basis.notice", values));
        return List.of(new Block.Points(
                facts.stream().map(fact -> new Block.Point(fact, List.of())).toList()));
    }

    private String build(DatabaseBuild build) {
        return phrases.text(
                "basis.build",
                Map.of(
                        "source", Inert.of(build.source()),
                        "built", wording.moment(build.builtAt()),
                        "sha256", Inert.of(build.sha256())));
    }

    /** The phrase for the explanation if there is one, else for the kind; a lift is a lift whatever it was about. */
    private String byNotice(String prefix) {
        String kind = prefix + "." + notice.kind();
        return notice.kind() == NoticeKind.LIFT
                ? phrases.text(kind, values)
                : phrases.firstOf(values, prefix + "." + notice.classification(), kind);
    }

    private Block paragraph(String name) {
        return paragraph(name, values);
    }

    private Block paragraph(String name, Map<String, String> values) {
        return new Block.Paragraph(phrases.text(name, values));
    }
}
