/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.StateStoreMigratedException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.errors.StreamsRebalancingException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;

/** The one place where a store that cannot be read becomes a {@link NotReadyException}. */
final class Reading {

    private Reading() {}

    static <T> T of(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnknownStateStoreException defect) {
            throw defect;
        } catch (InvalidStateStoreException unreadable) {
            throw new NotReadyException(reason(unreadable), unreadable);
        }
    }

    private static String reason(InvalidStateStoreException unreadable) {
        if (unreadable instanceof StreamsNotStartedException) {
            return "the stream has not started yet";
        }
        if (unreadable instanceof StreamsRebalancingException) {
            return "tasks are being given out, or restore their state";
        }
        if (unreadable instanceof StateStoreMigratedException
                || unreadable instanceof InvalidStateStorePartitionException) {
            return "a task has just moved to another instance";
        }
        return "the state stores are closed, or the stream is not running";
    }
}
