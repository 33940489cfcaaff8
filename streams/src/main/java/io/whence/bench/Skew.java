/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import java.util.SplittableRandom;

/** How requests are spread over organizations. */
public enum Skew {
    /** All send the same. */
    UNIFORM {
        @Override
        int organization(SplittableRandom dice, int organizations) {
            return dice.nextInt(organizations);
        }
    },
    /** The second sends half of what the first does, the third a third, and so on (Zipf's law, exponent about 1). */
    ZIPF {
        @Override
        int organization(SplittableRandom dice, int organizations) {
            return (int) Math.pow(organizations, dice.nextDouble()) - 1;
        }
    },
    /** One sends 95 % of all. */
    HOT {
        @Override
        int organization(SplittableRandom dice, int organizations) {
            return dice.nextInt(100) < HOT_PERCENT ? 0 : dice.nextInt(organizations);
        }
    };

    private static final int HOT_PERCENT = 95;

    /** Who sends the next request: from 0 to less than the number of organizations. */
    abstract int organization(SplittableRandom dice, int organizations);
}
