/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

/** How far a score has come; each level begins at so many decibans. */
public enum Level {
    CLEAN(Double.NEGATIVE_INFINITY),
    /** As likely as not. */
    WATCH(0),
    /** Nine in ten. */
    NOTICE(9.5),
    /** Ninety-nine in a hundred. */
    ENFORCEABLE(20);

    /** What a score must fall below a level before it leaves it, in decibans. */
    public static final double HYSTERESIS = 3;

    private final double from;

    Level(double from) {
        this.from = from;
    }

    /** Decibans from which on the level is reached. */
    public double from() {
        return from;
    }

    /** The level of a score. */
    public static Level of(double scoreDecibans) {
        Level reached = CLEAN;
        for (Level level : values()) {
            reached = scoreDecibans >= level.from ? level : reached;
        }
        return reached;
    }
}
