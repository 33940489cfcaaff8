/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a store are asked for: those of one partition, by the bytes of their keys, in their order.
 *
 * @param store name of the store
 * @param partition the partition
 * @param from the least key, in Base64 for URLs; null for the beginning
 * @param to the greatest key, likewise; null for the end
 */
public record SliceRequest(
        String store,
        int partition,
        @Nullable String from,
        @Nullable String to) {

    static SliceRequest of(String store, int partition, byte @Nullable [] from, byte @Nullable [] to) {
        return new SliceRequest(store, partition, text(from), text(to));
    }

    /** The same from a later key on. */
    SliceRequest from(byte[] later) {
        return new SliceRequest(store, partition, text(later), to);
    }

    /** The query of a URL that says so. */
    String query() {
        return "store=" + store + "&partition=" + partition + (from == null ? "" : "&from=" + from)
                + (to == null ? "" : "&to=" + to);
    }

    /**
     * The bytes of a bound.
     *
     * @throws IllegalArgumentException when it is not in Base64
     */
    static byte @Nullable [] bytes(@Nullable String bound) {
        return bound == null ? null : Base64.getUrlDecoder().decode(bound);
    }

    private static @Nullable String text(byte @Nullable [] bound) {
        return bound == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(bound);
    }
}
