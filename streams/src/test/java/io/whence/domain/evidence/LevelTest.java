/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.EvidenceFiles;
import org.junit.jupiter.api.Test;

/** The levels are bounds of a sequential test; docs/evidence.md states their error rates. */
class LevelTest {

    private static final double PRIOR = EvidenceFiles.bundled().priorDecibans();
    private static final double MISSED = 0.05;

    @Test
    void atMostOneInTenThousandOfTheCleanComesToWhatIsEnforceable() {
        double waldsUpperBound = Decibans.ofRatio((1 - MISSED) / 1e-4);

        assertThat(beyondThePrior(Level.ENFORCEABLE)).isGreaterThan(waldsUpperBound);
    }

    @Test
    void elevenInTenThousandOfTheCleanAreAskedAtMost() {
        assertThat(Math.pow(10, -beyondThePrior(Level.NOTICE) / 10)).isBetween(0.0011, 0.00115);
    }

    @Test
    void oneInAHundredOfTheCleanIsWatchedAtMost() {
        assertThat(Math.pow(10, -beyondThePrior(Level.WATCH) / 10)).isBetween(0.0099, 0.0102);
    }

    @Test
    void aLevelIsReachedAtItsBoundAndNotBefore() {
        assertThat(Level.of(9.4)).isEqualTo(Level.WATCH);
        assertThat(Level.of(9.5)).isEqualTo(Level.NOTICE);
        assertThat(Level.of(-0.1)).isEqualTo(Level.CLEAN);
    }

    private static double beyondThePrior(Level level) {
        return level.from() - PRIOR;
    }
}
