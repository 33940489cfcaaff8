/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used, why, and where to find it.
 *
 * @param reason stable reason code
 * @param field the field at fault, or null when it is not one
 * @param message what is wrong and what would mend it, in one sentence
 * @param topic topic it was read from
 * @param partition its partition
 * @param offset its offset
 * @param timestamp the broker's timestamp of it
 * @param key its key as it was, or null
 * @param payload its value as it was, or null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they were; nobody compares dead letters
public record DeadLetter(
        String reason,
        @Nullable String field,
        String message,
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        byte @Nullable [] key,
        byte @Nullable [] payload) {}
