/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a record into what they say.
 *
 * @param <T> what is read
 */
public interface RecordDecoder<T> {

    /**
     * Decodes the value of one record. Never throws for what is in the bytes.
     *
     * @param value as it came from the topic; null for a tombstone
     * @throws RegistryUnavailableException when the registry is needed and does not answer; the same bytes may be
     *     decoded later
     */
    Decoded<T> decode(byte @Nullable [] value);
}
