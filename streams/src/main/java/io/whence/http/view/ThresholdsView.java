/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.policy.Thresholds;

/**
 * How much traffic from an unsupported region is worth a notice.
 *
 * @param requests fewest requests in the window
 * @param days fewest days with such requests
 * @param share fewest such requests as a share of all
 * @param requestsRegardlessOfShare from this many requests on the share no longer matters
 * @param probability below it a notice is advisory only
 * @param windowDays length of the window in days
 */
public record ThresholdsView(
        long requests, int days, double share, long requestsRegardlessOfShare, double probability, int windowDays) {

    static ThresholdsView of(Thresholds thresholds) {
        return new ThresholdsView(
                thresholds.requests(),
                thresholds.days(),
                thresholds.share(),
                thresholds.requestsRegardlessOfShare(),
                thresholds.probability(),
                thresholds.windowDays());
    }
}
