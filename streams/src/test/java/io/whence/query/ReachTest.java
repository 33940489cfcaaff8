/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Copy ACTIVE = Copy.active(1);
    private static final Copy BEHIND = new Copy(1, false, 12, 340);

    @Test
    void whatIsTrueOfAllCopiesReadIsSaidOfAPartition() {
        try (Reach reach = Reach.open()) {
            Reach.read(ACTIVE);
            Reach.read(BEHIND);
            Reach.read(ACTIVE);

            assertThat(reach.copies()).containsOnly(java.util.Map.entry(1, BEHIND));
        }
    }

    @Test
    void aMissingPartitionStaysMissingForThisAnswerOnly() {
        try (Reach first = Reach.open()) {
            Reach.miss(2);
            assertThat(Reach.missed(2)).isTrue();
            assertThat(first.missing()).containsExactly(2);
        }
        try (Reach second = Reach.open()) {
            assertThat(Reach.missed(2)).isFalse();
            assertThat(second.missing()).isEmpty();
        }
    }

    @Test
    void aRememberedAnswerSaysWhatItWasReadFromToEverybodyWhoGetsIt() {
        Recent<String> recent = new Recent<>(
                () -> {
                    Reach.read(BEHIND);
                    Reach.miss(5);
                    return "answer";
                },
                Duration.ofSeconds(1),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        for (int asked = 0; asked < 2; asked++) {
            try (Reach reach = Reach.open()) {
                recent.get();
                assertThat(reach.copies().values()).containsExactly(BEHIND);
                assertThat(reach.missing()).containsExactly(5);
            }
        }
    }

    @Test
    void nothingIsNotedWhereNobodyAsks() {
        Reach.read(ACTIVE);
        Reach.miss(1);
        assertThat(Reach.missed(1)).isFalse();
    }
}
