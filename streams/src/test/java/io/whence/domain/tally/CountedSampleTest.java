/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountedSampleTest {

    private static CountedSample<String> sampleOf(int capacity, List<String> items) {
        CountedSample<String> sample = new CountedSample<>(capacity, Hash64::of);
        items.forEach(item -> sample.add(item, 1));
        return sample;
    }

    @Test
    void countsExactlyWhatItKeeps() {
        CountedSample<String> sample = sampleOf(4, List.of("a", "b", "a", "c", "a"));

        assertThat(sample.distinct()).isEqualTo(3);
        assertThat(sample.overflowed()).isFalse();
        assertThat(sample.mostFrequentFirst().get(0)).isEqualTo(new CountedSample.Counted<>("a", 3));
    }

    @Test
    void neitherOrderNorDivisionChangesIt() {
        qt().forAll(lists().of(integers().between(0, 40)).ofSizeBetween(0, 200), longs().all())
                .checkAssert((numbers, seed) -> {
                    List<String> items = numbers.stream().map(String::valueOf).toList();
                    List<String> shuffled = new ArrayList<>(items);
                    Collections.shuffle(shuffled, new Random(seed));
                    CountedSample<String> merged = sampleOf(8, shuffled.subList(0, shuffled.size() / 3));
                    merged.addAll(sampleOf(8, shuffled.subList(shuffled.size() / 3, shuffled.size())));

                    assertThat(sampleOf(8, shuffled)).isEqualTo(sampleOf(8, items));
                    assertThat(merged).isEqualTo(sampleOf(8, items));
                });
    }

    @Test
    void whatItKeepsOfAFloodIsCountedFromTheFirstOccurrence() {
        CountedSample<String> sample = new CountedSample<>(16, Hash64::of);
        for (int round = 0; round < 3; round++) {
            for (int thing = 0; thing < 10_000; thing++) {
                sample.add("thing-" + thing, 1);
            }
        }

        assertThat(sample.size()).isEqualTo(16);
        assertThat(sample.mostFrequentFirst())
                .allSatisfy(counted -> assertThat(counted.count()).isEqualTo(3));
    }

    @Test
    void estimatesHowManyThereWere() {
        CountedSample<String> sample = new CountedSample<>(256, Hash64::of);
        for (int thing = 0; thing < 100_000; thing++) {
            sample.add("thing-" + thing, 1);
        }

        assertThat((double) sample.distinct()).isCloseTo(100_000, within(18_000.0));
    }

    @Test
    void admitsWhatAddingWouldKeepAndNamesWhatWouldGo() {
        long seed = 20_240_709;
        Random random = new Random(seed);
        CountedSample<String> sample = new CountedSample<>(5, Hash64::of);
        for (int i = 0; i < 1_000; i++) {
            String thing = "thing-" + random.nextInt(500);
            boolean admitted = sample.admits(thing);
            Optional<String> next = sample.next();
            long before = sample.countOf(thing);
            boolean full = sample.size() == 5;
            sample.add(thing, 1);

            boolean kept = before == 0 && sample.countOf(thing) == 1;
            assertThat(kept).as("seed %d, %s", seed, thing).isEqualTo(admitted);
            if (admitted && full) {
                assertThat(sample.countOf(next.orElseThrow()))
                        .as("seed %d", seed)
                        .isZero();
            }
        }
        assertThat(sample.inHashOrder())
                .extracting(counted -> Hash64.of(counted.item()))
                .isSortedAccordingTo(Long::compareUnsigned);
    }
}
