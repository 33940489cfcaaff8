/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence, as it is shown to the organization it speaks about.
 *
 * @param code stable code, such as {@code DIRECT_EGRESS_CN}
 * @param family the family it is capped with
 * @param weightDecibans what it adds to the log-odds; negative when it speaks for the organization
 * @param firstSeen event time of the first request it rests on, or null when it rests on none
 * @param lastSeen event time of the last request it rests on, or null when it rests on none
 * @param sentence what was seen, in one sentence
 */
public record Finding(
        String code,
        Family family,
        double weightDecibans,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        String sentence) {}
