/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.Products;
import io.whence.domain.evidence.EvidenceModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How traffic is counted and weighed.
 *
 * @param lateness how long after its end, in the organization's own event time, a day takes events
 * @param idleAfter how long an organization must be silent, by the broker's clock, before its past days are closed
 *     without waiting for its own time to move on
 * @param retentionDays days that tallies are kept, at least the longest window of any policy
 * @param until end of the time that is replayed, beyond which no time passes; gives null when traffic is live
 * @param ignoredPaths path prefixes of requests that are nobody's use of the API, such as health checks
 * @param products which product a request is for
 * @param evidence what evidence weighs
 * @param leakAllowance how long after an order took effect a gateway may go on serving before it is a leak
 */
public record TallyRules(
        Duration lateness,
        Duration idleAfter,
        int retentionDays,
        Supplier<@Nullable Instant> until,
        List<String> ignoredPaths,
        Products products,
        EvidenceModel evidence,
        Duration leakAllowance) {

    /**
     * Half an hour, that an order may take to reach the last gateway: 22.5 minutes until the time of an organization
     * that is silent moves on (one and a half times the default of {@code tally.idle.close.after}), a second to the
     * next commit, and the rest for gateways that fetch the orders every few minutes.
     */
    public static final Duration LEAK_ALLOWANCE = Duration.ofMinutes(30);

    public TallyRules {
        ignoredPaths = List.copyOf(ignoredPaths);
    }

    /** Rules with the usual allowance for leaks. */
    public TallyRules(
            Duration lateness,
            Duration idleAfter,
            int retentionDays,
            Supplier<@Nullable Instant> until,
            List<String> ignoredPaths,
            Products products,
            EvidenceModel evidence) {
        this(lateness, idleAfter, retentionDays, until, ignoredPaths, products, evidence, LEAK_ALLOWANCE);
    }

    boolean ignores(String path) {
        for (String ignored : ignoredPaths) {
            if (path.startsWith(ignored)) {
                return true;
            }
        }
        return false;
    }

    /** The same rules for time that is replayed up to an end. */
    public TallyRules replayedUntil(Supplier<@Nullable Instant> end) {
        return new TallyRules(lateness, idleAfter, retentionDays, end, ignoredPaths, products, evidence, leakAllowance);
    }
}
