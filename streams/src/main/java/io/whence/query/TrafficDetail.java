/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

/** What a row of traffic says beside how much it was. */
public enum TrafficDetail {

    /** Nothing: as many days as a question may name. */
    DAY(DayRange.MAX_DAYS),

    /** Which API keys it was, as far as tallies name them. */
    KEY(TrafficDetail.NAMING_DAYS),

    /** Which networks it came from, as far as tallies name them. */
    NETWORK(TrafficDetail.NAMING_DAYS);

    /** A month: a day of a region can name 64 of each. */
    private static final int NAMING_DAYS = 31;

    private final int maxDays;

    TrafficDetail(int maxDays) {
        this.maxDays = maxDays;
    }

    /** Most days of one question. */
    public int maxDays() {
        return maxDays;
    }
}
