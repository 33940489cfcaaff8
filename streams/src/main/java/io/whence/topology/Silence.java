/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * What time it is for a task when it looks for organizations that have fallen silent.
 *
 * <p>While records come, that is when the latest of them was received: a backlog is worked off as if it had just come
 * in, and nobody is silent because we are late. Only a task that has had nothing to do for as long as an organization
 * must be silent goes by the clock on the wall.
 */
final class Silence {

    private final Duration idleAfter;
    private Instant latestReceived = Instant.EPOCH;
    private Instant lastBusy;

    Silence(Duration idleAfter, Instant startedAt) {
        this.idleAfter = idleAfter;
        this.lastBusy = startedAt;
    }

    void sawRecord(Instant receivedAt, Instant now) {
        latestReceived = receivedAt.isAfter(latestReceived) ? receivedAt : latestReceived;
        lastBusy = now;
    }

    Instant timeAt(Instant now) {
        return lastBusy.plus(idleAfter).isAfter(now) ? latestReceived : now;
    }
}
