/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first version takes effect on 9 July 2024, the second on 1 February 2025. */
class PolicyRevisionTest {
    private static final Instant AUTUMN = Instant.parse("2024-10-01T00:00:00Z");
    private static final List<String> TWO = List.of("Jane Doe", "Max Example");
    private static final PolicyText FIRST = PolicyText.version(1, "approved_by: [Jane Doe, Max Example]");

    @Test
    void theFirstPublicationWidensAndNeedsTwoPeople() {
        var policy = PolicyText.version(1).policy();

        assertThat(objections(null, policy, List.of()))
                .containsExactly("version 1 widens enforcement and is signed off by nobody:"
                        + " two different people are needed");
        assertThat(objections(null, policy, List.of(" jane  doe", "Jane Doe", "JANE DOE ")))
                .containsExactly("version 1 widens enforcement and is signed off by nobody but jane doe:"
                        + " two different people are needed");
        assertThat(objections(null, policy, TWO)).isEmpty();
        assertThat(objections(
                        null, PolicyText.version(1, "approved_by: [Jane Doe]").policy(), List.of("Max Example")))
                .isEmpty();
    }

    @Test
    void recordsWhoSignedOffWhatIsNew() {
        var written =
                PolicyText.version(1).and(2, "unsupported: [CN, HK, MO, SY]").policy();

        var revision = PolicyRevision.prepare(FIRST.policy(), written, List.of("Ada  Third", "Bob Fourth"), AUTUMN);

        assertThat(revision.objections()).isEmpty();
        assertThat(revision.candidate().versions())
                .extracting(PolicyVersion::approvedBy)
                .containsExactly(TWO, List.of("Ada Third", "Bob Fourth"));
        assertThat(revision.diff().versions())
                .singleElement()
                .satisfies(change -> assertThat(change.version()).isEqualTo(2));
    }

    @Test
    void publishingTheSameAgainChangesNothing() {
        var revision = PolicyRevision.prepare(
                FIRST.policy(), PolicyText.version(1).policy(), List.of("Somebody Else"), AUTUMN);

        assertThat(revision.diff().isEmpty()).isTrue();
        assertThat(revision.objections()).isEmpty();
        assertThat(revision.candidate()).isEqualTo(FIRST.policy());
    }

    @Test
    void whatNarrowsNeedsNobody() {
        var written = FIRST.policy();
        var loosened = PolicyText.version(1, "approved_by: [Jane Doe, Max Example]")
                .and(2, "unsupported: [CN, MO, HK]", "grace: P30D")
                .policy();

        assertThat(objections(written, loosened, List.of())).isEmpty();
    }

    @Test
    void whatHasTakenEffectCannotChange() {
        var written = PolicyText.version(1, "grace: P30D", "unsupported: [CN, HK, MO, SY]")
                .policy();

        assertThat(objections(FIRST.policy(), written, TWO))
                .containsExactly(
                        "version 1 took effect at 2024-07-09T00:00:00Z and cannot change:"
                                + " 'grace' from 'P15D' to 'P30D'; add a version with a later date instead",
                        "version 1 took effect at 2024-07-09T00:00:00Z and cannot change:"
                                + " 'SY' from supported to unsupported; add a version with a later date instead");
    }

    @Test
    void nobodySignsOffAfterwards() {
        var written = PolicyText.version(1, "approved_by: [Jane Doe, Max Example, Late Third]")
                .policy();

        assertThat(objections(FIRST.policy(), written, List.of()))
                .containsExactly("version 1 took effect at 2024-07-09T00:00:00Z and cannot change: 'approved_by' from"
                        + " 'Jane Doe, Max Example' to 'Jane Doe, Max Example, Late Third';"
                        + " add a version with a later date instead");
    }

    @Test
    void theHistoryOnlyGrows() {
        var published = PolicyText.version(1).and(2).policy();
        var written = PolicyText.version(2).policy();

        assertThat(objections(published, written, TWO))
                .containsExactly("version 1 is published and missing here: the history of a policy only grows;"
                        + " write it back");
    }

    @Test
    void whatHasNotTakenEffectMayChangeButNotIntoThePast() {
        var published = PolicyText.version(1).and(2, "grace: P30D").policy();
        var shorter = PolicyText.version(1).and(2).policy();
        var earlier = PolicyText.version(1)
                .and(2, "grace: P30D", "announced: 2024-09-01", "effective: 2024-10-01")
                .policy();

        assertThat(objections(published, shorter, TWO)).isEmpty();
        assertThat(objections(published, shorter, List.of())).hasSize(1);
        assertThat(objections(published, earlier, TWO))
                .containsExactly("version 2 would take effect at 2024-10-01T00:00:00Z, in the past: 'effective' must be"
                        + " later than 2024-10-01T00:00:00Z, or days that were judged already would be judged anew");
    }

    @Test
    void aVersionIsNotAddedIntoThePast() {
        var written = PolicyText.version(1, "approved_by: [Jane Doe, Max Example]")
                .and(2, "announced: 2024-08-01", "effective: 2024-09-01")
                .policy();

        assertThat(objections(FIRST.policy(), written, TWO))
                .singleElement()
                .asString()
                .contains("in the past");
    }

    private static List<String> objections(
            @Nullable RegionPolicy published, RegionPolicy written, List<String> approvers) {
        return PolicyRevision.prepare(published, written, approvers, AUTUMN).objections();
    }
}
