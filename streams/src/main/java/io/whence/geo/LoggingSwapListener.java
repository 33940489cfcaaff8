/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.DatabaseBuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every swap and every refusal to the log, one line each. */
public final class LoggingSwapListener implements SwapListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggingSwapListener.class);

    @Override
    public void swapped(DatabaseBuild build) {
        LOG.info(
                "geolocation swapped source={} built_at={} sha256={}", build.source(), build.builtAt(), build.sha256());
    }

    @Override
    public void refused(SwapRefused refusal) {
        LOG.warn("geolocation refused, the running build stays: {}", refusal.reason());
    }
}
