/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when told to. */
final class AdjustableClock implements InstantSource {
    private volatile Instant now;

    AdjustableClock(Instant now) {
        this.now = now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
