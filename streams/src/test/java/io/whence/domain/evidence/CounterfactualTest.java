/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CounterfactualTest {

    @Test
    void leavesOutOneFamilyAtATimeAndNamesFirstWhatWouldChangeMost() {
        List<Counterfactual> changes = Counterfactual.of(List.of(
                finding(Family.DIRECT_EGRESS, 24),
                finding(Family.ANONYMIZER, 4),
                finding(Family.ANONYMIZER, 1.5),
                finding(Family.PRIOR, -20)));

        assertThat(changes)
                .containsExactly(
                        new Counterfactual(Family.DIRECT_EGRESS, -14.5), new Counterfactual(Family.ANONYMIZER, 4));
        assertThat(changes.get(0).probability()).isCloseTo(0.034, within(0.001));
        assertThat(changes.get(0).sentence())
                .isEqualTo("If the networks of the direct requests are not where they are placed, or are a registered"
                        + " network of the organization, the probability would be 3.4 %.");
    }

    @Test
    void doesNotNameWhatSpeaksForTheOrganizationOrWeighsNothing() {
        assertThat(Counterfactual.of(List.of(
                        finding(Family.DIRECT_EGRESS, 21.5),
                        finding(Family.DIRECT_EGRESS, -21.5),
                        finding(Family.TIME, -3),
                        finding(Family.PRIOR, -20))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIOR")
    void hasASentenceForEachFamily(Family family) {
        assertThat(new Counterfactual(family, 0).sentence()).startsWith("If ").endsWith("would be 50.0 %.");
    }

    private static Finding finding(Family family, double weight) {
        return new Finding("CODE", family, weight, null, null, "A sentence.");
    }
}
