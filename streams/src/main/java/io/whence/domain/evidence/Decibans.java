/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

/**
 * Log-odds in tenths of a ban: ten times the decimal logarithm of a ratio (I. J. Good, "Probability and the Weighing of
 * Evidence", 1950). Evidence adds up; 10 dB make a thing ten times as likely relative to its opposite.
 */
public final class Decibans {

    private Decibans() {}

    /** The weight of a likelihood ratio above zero. */
    public static double ofRatio(double ratio) {
        return 10 * StrictMath.log10(ratio);
    }

    /** The probability, between 0 and 1, that log-odds of so many decibans stand for. */
    public static double toProbability(double decibans) {
        return 1 / (1 + StrictMath.pow(10, -decibans / 10));
    }

    /** Rounded to a tenth of a deciban: finer differences are not evidence. Nothing is 0.0 and never -0.0. */
    public static double rounded(double decibans) {
        return StrictMath.rint(decibans * 10) / 10 + 0.0;
    }
}
