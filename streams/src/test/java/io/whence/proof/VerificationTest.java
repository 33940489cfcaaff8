/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One chain of ten entries on lines 1 to 10, and what is said of it when somebody was at it. */
class VerificationTest {

    private final CaseLog log = new CaseLog(new Random(7));
    private final List<CaseEvent> events = new ArrayList<>(log.entries(10, 1));
    private List<CaseHead> heads = List.of();

    private List<Flaw> flaws() {
        return Verification.of(new Verification.Material(CaseLog.lines(events), List.of(), heads))
                .flaws();
    }

    private Flaw theFlaw() {
        assertThat(flaws()).hasSize(1);
        return flaws().get(0);
    }

    @Test
    void anUntouchedExportIsIntactAndSoIsAnEmptyOne() {
        assertThat(flaws()).isEmpty();
        events.clear();
        assertThat(flaws()).isEmpty();
    }

    @Test
    void chainsMayBeMixedAndInSeveralFiles() {
        List<CaseEvent> many = new CaseLog(new Random(8)).entries(200, 20);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            entries.add(new Entry(i < 100 ? "first" : "second", i % 100 + 1L, many.get(i)));
        }

        Verification verification = Verification.of(new Verification.Material(entries, List.of(), List.of()));

        assertThat(verification.flaws()).isEmpty();
        assertThat(verification.chains()).isEqualTo(20);
        assertThat(verification.entries()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "organization_id, org-other",
        "policy_id, other",
        "sequence, 77",
        "sequence, 3",
        "from, ELSEWHERE",
        "to, ELSEWHERE",
        "actor, nobody",
        "reason, NONE",
        "previous_hash, abc",
        "hash, abc",
        "case_id, abc"
    })
    void anEditedEntryIsNamedWithItsField(String field, String value) {
        events.set(5, CaseLog.with(events.get(5), "case_id", events.get(4).caseId()));
        rechain(5);
        events.set(5, CaseLog.with(events.get(5), field, value));

        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::line, Flaw::organizationId, Flaw::sequence, Flaw::fields)
                .containsExactly(FlawKind.EDITED, 6L, "org-0", 6L, List.of(field));
    }

    private void rechain(int from) {
        for (int i = from; i < events.size(); i++) {
            String previous = i == 0 ? CaseEvent.NO_HASH : events.get(i - 1).hash();
            events.set(i, CaseLog.hashed(CaseLog.with(events.get(i), "previous_hash", previous)));
        }
    }

    @Test
    void anEditThatNothingElseTellsIsNamedByEntryAlone() {
        events.set(5, CaseLog.with(events.get(5), "cause", "no cause"));

        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::line, Flaw::fields)
                .containsExactly(FlawKind.EDITED, 6L, List.of());
    }

    @Test
    void aDeletedEntryIsMissingAfterTheOneBefore() {
        events.remove(5);

        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::line, Flaw::sequence, Flaw::message)
                .containsExactly(FlawKind.DELETED, 5L, 6L, "entry 6 missing after log:5");
    }

    @Test
    void aBeginningThatIsCutOffIsMissing() {
        events.subList(0, 3).clear();

        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::sequence, Flaw::lastSequence)
                .containsExactly(FlawKind.DELETED, 1L, 3L);
    }

    @Test
    void anEntryThatIsPutInWithAGoodHashIsNotTakenForTheOriginal() {
        CaseEvent forged = CaseLog.hashed(CaseLog.with(events.get(5), "actor", "nobody"));
        events.add(5, forged);

        assertThat(theFlaw()).extracting(Flaw::kind, Flaw::line).containsExactly(FlawKind.INSERTED, 6L);
    }

    @Test
    void anEntryThatIsThereTwiceIsNamed() {
        events.add(8, events.get(2));

        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::line, Flaw::sequence)
                .containsExactly(FlawKind.DUPLICATED, 9L, 3L);
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        Collections.swap(events, 2, 7);

        assertThat(flaws())
                .extracting(Flaw::kind, Flaw::line, Flaw::sequence)
                .containsExactly(tuple(FlawKind.REORDERED, 8L, 3L), tuple(FlawKind.REORDERED, 3L, 8L));
    }

    @Test
    void anEntryThatIsHashedAnewIsNamedBecauseTheNextOneFollowsAnother() {
        events.set(5, CaseLog.hashed(CaseLog.with(events.get(5), "actor", "nobody")));

        assertThat(theFlaw()).extracting(Flaw::kind, Flaw::line).containsExactly(FlawKind.REWRITTEN, 6L);
    }

    @Test
    void onlyAHeadShowsThatTheEndIsCutOffOrTheWholeChainIsHashedAnew() {
        events.subList(8, 10).clear();
        assertThat(flaws()).isEmpty();

        heads = log.heads();
        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::line, Flaw::sequence, Flaw::lastSequence)
                .containsExactly(FlawKind.TRUNCATED, 8L, 9L, 10L);

        events.set(0, CaseLog.with(events.get(0), "actor", "nobody"));
        rechain(0);
        heads = List.of(CaseHead.of(new CaseLog(new Random(7)).entries(8, 1).get(7)));
        assertThat(theFlaw()).extracting(Flaw::kind, Flaw::line).containsExactly(FlawKind.REWRITTEN, 8L);
    }

    @Test
    void aChainThatIsGoneAsAWholeIsMissingUnderItsHead() {
        heads = log.heads();
        events.clear();

        assertThat(theFlaw())
                .extracting(Flaw::kind, Flaw::organizationId, Flaw::sequence, Flaw::lastSequence)
                .containsExactly(FlawKind.TRUNCATED, "org-0", 1L, 10L);
    }

    @Test
    void timesThatRunBackAreRemarkedOnAndBreakNothing() {
        events.set(5, CaseLog.with(events.get(5), "at", "2024-01-01T00:00:00Z"));
        rechain(5);

        Verification verification =
                Verification.of(new Verification.Material(CaseLog.lines(events), List.of(), List.of()));

        assertThat(verification.intact()).isTrue();
        assertThat(verification.remarks()).singleElement().asString().startsWith("log:6: org-0 / openai-api #6");
    }

    @Test
    void aLineThatCannotBeReadStandsForItsEntry() {
        events.remove(5);
        UnreadableLine line =
                new UnreadableLine("log", 6, "at", "at is not a moment", new ChainId("org-0", CaseLog.POLICY), 6);

        Verification verification =
                Verification.of(new Verification.Material(CaseLog.lines(events), List.of(line), List.of()));

        assertThat(verification.flaws())
                .extracting(Flaw::kind, Flaw::sequence, Flaw::fields)
                .containsExactly(tuple(FlawKind.UNREADABLE, 6L, List.of("at")));
    }
}
