/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/**
 * How much traffic from unsupported regions makes a case worth a notice.
 *
 * @param requests fewest requests from unsupported regions in the window, at least 1
 * @param days fewest UTC days with such requests, from 1 to {@code windowDays}
 * @param share fewest such requests as a share of the organization's requests in the window, from 0 to 1
 * @param requestsRegardlessOfShare from this many requests on the share no longer matters, at least {@code requests}
 * @param probability below this probability of a violation a notice is advisory only, from 0 to 1
 * @param windowDays length of the window in UTC days, from 1 to {@value #MAX_WINDOW_DAYS}
 */
public record Thresholds(
        long requests, int days, double share, long requestsRegardlessOfShare, double probability, int windowDays) {

    /** A hundred requests are an operation; a handful is a misconfigured laptop. */
    public static final long DEFAULT_REQUESTS = 100;

    /** A traveller's three days are not an operation. */
    public static final int DEFAULT_DAYS = 4;

    /** Below one request in a hundred, errors of the location database are as likely as traffic. */
    public static final double DEFAULT_SHARE = 0.01;

    /** Supported traffic, however much is added, cannot dilute a thousand requests. */
    public static final long DEFAULT_REQUESTS_REGARDLESS_OF_SHARE = 1000;

    /** Below one in five the benign explanation outweighs the other at least four to one. */
    public static final double DEFAULT_PROBABILITY = 0.2;

    /** Four whole weeks, so that every weekday counts alike. */
    public static final int DEFAULT_WINDOW_DAYS = 28;

    /** A year: nobody should be noticed for what is older. */
    public static final int MAX_WINDOW_DAYS = 366;

    public static final Thresholds DEFAULT = new Thresholds(
            DEFAULT_REQUESTS,
            DEFAULT_DAYS,
            DEFAULT_SHARE,
            DEFAULT_REQUESTS_REGARDLESS_OF_SHARE,
            DEFAULT_PROBABILITY,
            DEFAULT_WINDOW_DAYS);

    public Thresholds {
        require(requests >= 1, "requests");
        require(windowDays >= 1 && windowDays <= MAX_WINDOW_DAYS, "windowDays");
        require(days >= 1 && days <= windowDays, "days");
        require(share >= 0 && share <= 1, "share");
        require(requestsRegardlessOfShare >= requests, "requestsRegardlessOfShare");
        require(probability >= 0 && probability <= 1, "probability");
    }

    /** Whether this much traffic from unsupported regions in one window reaches the thresholds. */
    public boolean reachedBy(long unsupportedRequests, int unsupportedDays, double shareOfRequests) {
        return unsupportedRequests >= requests
                && unsupportedDays >= days
                && (shareOfRequests >= share || unsupportedRequests >= requestsRegardlessOfShare);
    }

    private static void require(boolean inRange, String name) {
        if (!inRange) {
            throw new IllegalArgumentException("thresholds: " + name + " is out of range");
        }
    }
}
