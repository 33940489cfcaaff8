/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    @Test
    void countsAsAMapDoesWhileNothingIsForgotten() {
        long seed = 5;
        var random = new Random(seed);
        var occurrences = new Occurrences(5_000);
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            int number = random.nextInt(5_000);
            long hash = number == 0 ? 0 : number - 5_000L;
            int before = expected.merge(hash, 1, Integer::sum) - 1;
            assertThat(occurrences.before(hash)).as("seed %d, line %d", seed, i).isEqualTo(before);
        }
    }

    @Test
    void remembersALineForAsManyOthersAsItHasRoomFor() {
        var occurrences = new Occurrences(1_000);
        occurrences.before(-1);
        for (long other = 1; other <= 1_000; other++) {
            occurrences.before(other);
        }
        assertThat(occurrences.before(-1)).isEqualTo(1);
    }

    @Test
    void forgetsALineAfterTwiceAsMany() {
        var occurrences = new Occurrences(1_000);
        occurrences.before(-1);
        for (long other = 1; other <= 2_001; other++) {
            occurrences.before(other);
        }
        assertThat(occurrences.before(-1)).isZero();
    }

    @Test
    void countsOnAcrossGenerationsALineThatKeepsComing() {
        var occurrences = new Occurrences(100);
        for (int round = 0; round < 1_000; round++) {
            assertThat(occurrences.before(-7)).isEqualTo(round);
            for (int other = 0; other < 50; other++) {
                occurrences.before(1 + 50L * round + other);
            }
        }
    }
}
