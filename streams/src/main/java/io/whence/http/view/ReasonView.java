/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.evidence.Finding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finding that moved the score.
 *
 * @param code stable code
 * @param family what it is capped with
 * @param weightDecibans what it adds to the score; below 0 when it speaks for the organization
 * @param firstSeen event time it was first seen, or null when it is not about a time
 * @param lastSeen event time it was last seen, or null when it is not about a time
 * @param sentence what was seen
 */
public record ReasonView(
        String code,
        String family,
        double weightDecibans,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        String sentence) {

    static ReasonView of(Finding finding) {
        return new ReasonView(
                finding.code(),
                finding.family().name(),
                finding.weightDecibans(),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.sentence());
    }
}
