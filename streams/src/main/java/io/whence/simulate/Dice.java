/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Chance that is the same for the same seed. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double NORMAL_APPROXIMATION = 60;

    private final SplittableRandom random;

    /** Chance of its own for each combination of these. */
    Dice(long... seeds) {
        long mixed = GOLDEN;
        for (long seed : seeds) {
            mixed = mix(mixed ^ mix(seed + GOLDEN));
        }
        random = new SplittableRandom(mixed);
    }

    static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** A whole number from 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A whole number, both ends included. */
    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    long bits() {
        return random.nextLong();
    }

    double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** A factor around 1 whose logarithm is normal; its mean is 1. */
    double factor(double sigma) {
        return Math.exp(sigma * normal() - sigma * sigma / 2);
    }

    int poisson(double mean) {
        if (mean > NORMAL_APPROXIMATION) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of a list, by weight; the weights must not all be 0. */
    <T> T pick(List<T> list, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * list.stream().mapToDouble(weight).sum();
        T last = list.get(0);
        for (T each : list) {
            double own = weight.applyAsDouble(each);
            if (own <= 0) {
                continue;
            }
            last = each;
            left -= own;
            if (left < 0) {
                break;
            }
        }
        return last;
    }
}
