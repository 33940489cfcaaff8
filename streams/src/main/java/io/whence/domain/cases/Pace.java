/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/**
 * How an organization's traffic runs: admitted requests a day, by the hour, over the last {@value #DAYS} days of a
 * window.
 *
 * @param direct from the region in question, as far as no platform or registered network explains it
 * @param ordinary from access, business and education networks in supported regions
 * @param masking from networks that hide where traffic starts: hosting, VPN, proxies, Tor
 */
public record Pace(Rhythm direct, Rhythm ordinary, Rhythm masking) {

    /** One whole week, so that working days and weekends count alike. */
    public static final int DAYS = 7;

    /** Below this share of its earlier pace, traffic is taken to have ended; what is left is stray clients. */
    static final double ENDED = 0.1;

    /** Traffic that took over at least this share of what ended, at the same hours, has taken its place. */
    static final double TAKES_PLACE = 0.5;

    /** What became of the traffic that ran at this pace. */
    Aftermath aftermath(Pace now) {
        if (now.direct.total() > direct.total() * ENDED) {
            return Aftermath.CONTINUED;
        }
        double gone = direct.total() - now.direct.total();
        double masked = inItsPlace(now.masking, masking);
        double moved = inItsPlace(now.ordinary, ordinary);
        if (masked >= gone * TAKES_PLACE && masked > moved) {
            return Aftermath.MASKED;
        }
        return moved >= gone * TAKES_PLACE ? Aftermath.MOVED : Aftermath.STOPPED;
    }

    /** How much more there is of other traffic than before, if what is new runs at the hours of what ended. */
    private double inItsPlace(Rhythm now, Rhythm before) {
        return now.above(before).like(direct) ? now.total() - before.total() : 0;
    }
}
