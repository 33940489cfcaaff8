/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The event ids an organization has used, kept for as long as an event can still be accepted.
 *
 * <p>Ids are kept in generations of the organization's own time, each as long as an event can stay acceptable: a day
 * and the lateness. The second of two events with one id is either late or at most one generation after the first, so
 * looking into the present generation and the one before finds it, and older ones can go.
 */
final class SeenEvents {

    /** 128 bits of SHA-256: two different ids of one organization never meet. */
    private static final int HASH_BYTES = 16;

    private static final byte[] PRESENT = {};

    private final Buffer<byte[]> store;
    private final long generationMillis;
    private final MessageDigest sha256;

    SeenEvents(Buffer<byte[]> store, Duration lateness) {
        this.store = store;
        this.generationMillis = Duration.ofDays(1).plus(lateness).toMillis();
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Remembers an id; false when it was there already. */
    boolean add(String organizationId, String eventId, Instant organizationTime) {
        long generation = generationOf(organizationTime);
        byte[] hash = Arrays.copyOf(sha256.digest(eventId.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
        Bytes key = StoreKey.ofEvent(organizationId, generation, hash);
        if (store.get(key) != null || store.get(StoreKey.ofEvent(organizationId, generation - 1, hash)) != null) {
            return false;
        }
        store.put(key, PRESENT);
        return true;
    }

    /** Forgets the generations that no acceptable event can be in, when the organization's time moved on. */
    void forget(String organizationId, Instant before, Instant now) {
        long generation = generationOf(now);
        if (generation == generationOf(before)) {
            return;
        }
        Bytes from = StoreKey.from(organizationId);
        Bytes upTo = StoreKey.ofGeneration(organizationId, generation - 1);
        try (KeyValueIterator<Bytes, byte[]> old = store.range(from, upTo)) {
            while (old.hasNext()) {
                KeyValue<Bytes, byte[]> entry = old.next();
                store.delete(entry.key);
            }
        }
    }

    private long generationOf(Instant organizationTime) {
        return Math.floorDiv(organizationTime.toEpochMilli(), generationMillis);
    }
}
