/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * The event ids an organization has used, kept for as long as an event can still be accepted.
 *
 * <p>Ids are kept in generations of the organization's own time, each as long as an event can stay acceptable: a day
 * and the lateness. The second of two events with one id is either late or at most one generation after the first, so
 * looking into the present generation and the one before finds it, and older ones can go.
 */
final class SeenEvents implements AutoCloseable {

    /** Bytes on the heap for an organization, beside its ids: two generations, the name and the place in the map. */
    private static final int ORGANIZATION_BYTES = 500;

    private final Buffer<EventIds> store;
    private final BufferMemory memory;
    private final long generationMillis;
    private final MessageDigest sha256;
    private final Map<String, Known> held = new LinkedHashMap<>(16, 0.75f, true);
    private long heldBytes;

    SeenEvents(Buffer<EventIds> store, Duration lateness) {
        this.store = store;
        this.memory = store.memory();
        this.generationMillis = Duration.ofDays(1).plus(lateness).toMillis();
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        memory.open();
    }

    /** What an organization used lately. */
    private record Known(SeenGeneration before, SeenGeneration present) {
        boolean contains(EventId id) {
            return present.contains(id) || before.contains(id);
        }

        long bytes() {
            return ORGANIZATION_BYTES + before.bytes() + present.bytes();
        }
    }

    /** Remembers an id; false when it was there already. */
    boolean add(String organizationId, String eventId, Instant organizationTime) {
        EventId id = idOf(eventId);
        Known known = known(organizationId, generationOf(organizationTime));
        if (known.contains(id)) {
            return false;
        }
        if (memory.tooMuchForOne(known.present().bytes())) {
            known.present().addOther(id);
        } else {
            long before = known.bytes();
            known.present().add(id);
            account(known.bytes() - before);
        }
        makeRoom();
        return true;
    }

    private EventId idOf(String eventId) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(eventId.getBytes(StandardCharsets.UTF_8)));
        return new EventId(hash.getLong(), hash.getLong());
    }

    private Known known(String organizationId, long generation) {
        Known known = held.get(organizationId);
        if (known != null && known.present().number() == generation) {
            return known;
        }
        Known now = new Known(
                known != null && known.present().number() == generation - 1
                        ? known.present()
                        : SeenGeneration.load(store, organizationId, generation - 1),
                SeenGeneration.load(store, organizationId, generation));
        held.put(organizationId, now);
        account(now.bytes() - bytesOf(known));
        return now;
    }

    private static long bytesOf(@Nullable Known known) {
        return known == null ? 0 : known.bytes();
    }

    private void account(long moreBytes) {
        heldBytes += moreBytes;
        memory.take(moreBytes);
    }

    /** Lets go of organizations that sent nothing for longest. */
    private void makeRoom() {
        while (memory.wants(heldBytes) && held.size() > 1) {
            Iterator<Known> eldestFirst = held.values().iterator();
            account(-eldestFirst.next().bytes());
            eldestFirst.remove();
        }
    }

    /** Forgets the generations that no acceptable event can be in, when the organization's time moved on. */
    void forget(String organizationId, Instant before, Instant now) {
        long generation = generationOf(now);
        if (generation == generationOf(before)) {
            return;
        }
        Bytes from = StoreKey.from(organizationId);
        Bytes upTo = StoreKey.ofGeneration(organizationId, generation - 1);
        try (KeyValueIterator<Bytes, EventIds> old = store.range(from, upTo)) {
            while (old.hasNext()) {
                KeyValue<Bytes, EventIds> entry = old.next();
                store.delete(entry.key);
            }
        }
    }

    private long generationOf(Instant organizationTime) {
        return Math.floorDiv(organizationTime.toEpochMilli(), generationMillis);
    }

    /** Lets go of everything. */
    @Override
    public void close() {
        held.clear();
        account(-heldBytes);
        memory.close();
    }
}
