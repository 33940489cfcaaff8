/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How a copy of one partition of one store follows its log.
 *
 * <p>A copy that holds all that the log held at some moment is as old as that moment. One of which no such moment is
 * known, such as one that has just begun to be restored, is of no use, however short the log.
 */
final class Progress {

    /** The mark that ends a transaction takes a place in the log and is no change. */
    private static final int END_OF_TRANSACTION = 1;

    private static final int MAX_SAMPLES = 1_000;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private long position;

    private record Sample(Instant at, long end) {
        boolean reachedBy(long position) {
            return end - END_OF_TRANSACTION <= position;
        }
    }

    /** At a moment, the copy was at a position of the log, and the log ended at another. */
    synchronized void saw(Instant at, long copyAt, long logEnd) {
        if (copyAt < position) {
            samples.clear(); // it was thrown away, and starts anew
        }
        position = copyAt;
        samples.addLast(new Sample(at, logEnd));
        forgetWhatIsPassed();
    }

    private void forgetWhatIsPassed() {
        Sample passed = null;
        while (!samples.isEmpty() && samples.getFirst().reachedBy(position)) {
            passed = samples.removeFirst();
        }
        if (passed != null) {
            samples.addFirst(passed);
        }
        while (samples.size() > MAX_SAMPLES) {
            samples.removeLast();
        }
    }

    /** How far it is behind; empty when it never held all that its log held at a moment. */
    synchronized Optional<Lag> lag(Instant now) {
        Sample oldest = samples.peekFirst();
        Sample newest = samples.peekLast();
        if (oldest == null || newest == null || !oldest.reachedBy(position)) {
            return Optional.empty();
        }
        long records = newest.reachedBy(position) ? 0 : newest.end() - position;
        return Optional.of(new Lag(
                records, Math.max(0, Duration.between(oldest.at(), now).toMillis())));
    }
}
