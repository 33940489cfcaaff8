/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many the breaker lets through, however organizations are spread over partitions. */
class SurgeTest {

    private static final Instant NOON = Instant.parse("2024-06-28T12:00:00Z");
    private static final int KNOWN = 1_000;

    /** How many of those that a policy touches in an hour are let through, partition by partition. */
    private static int letThrough(List<Integer> touched, int partitions, Surge.Limit limit) {
        List<Surge> surges = new ArrayList<>(Collections.nCopies(partitions, Surge.NONE));
        int through = 0;
        for (int organization : touched) {
            int partition = partition(organization, partitions);
            Surge after =
                    surges.get(partition).touching(NOON.plusSeconds(organization), known(partition, partitions), limit);
            surges.set(partition, after);
            through += after.tripped() ? 0 : 1;
        }
        return through;
    }

    private static int partition(int organization, int partitions) {
        return Math.floorMod(Integer.hashCode(organization) * 0x9E3779B9 >>> 16, partitions);
    }

    private static long known(int partition, int partitions) {
        long known = 0;
        for (int organization = 0; organization < KNOWN; organization++) {
            known += partition(organization, partitions) == partition ? 1 : 0;
        }
        return known;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 50})
    void noMoreAreLetThroughThanIsWrittenWhateverTheOrder(int partitions) {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Surge.Limit limit = new Surge.Limit(random.nextInt(30) / 100.0, random.nextInt(30));
            List<Integer> touched = new ArrayList<>();
            for (int organization = 0; organization < KNOWN; organization++) {
                if (random.nextInt(3) == 0) {
                    touched.add(organization);
                }
            }
            int inOrder = letThrough(touched, partitions, limit);
            Collections.shuffle(touched, random);

            assertThat(inOrder)
                    .as("seed " + seed + ", " + limit)
                    .isLessThanOrEqualTo((int) (partitions * limit.organizations() + limit.share() * KNOWN))
                    .isEqualTo(letThrough(touched, partitions, limit));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 50})
    void nothingIsParkedWhileNoPartitionIsAboveItsLimits(int partitions) {
        List<Integer> touched = new ArrayList<>();
        for (int organization = 0; organization < 20; organization++) {
            touched.add(organization);
        }

        assertThat(letThrough(touched, partitions, Surge.Limit.DEFAULT)).isEqualTo(20);
    }
}
