/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.time.Duration;
import java.time.Instant;
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
final class SeenEvents {

    private final Buffer<EventIds> store;
    private final String organizationId;
    private final long generationMillis;
    private @Nullable Known known;

    SeenEvents(Buffer<EventIds> store, String organizationId, Duration lateness) {
        this.store = store;
        this.organizationId = organizationId;
        this.generationMillis = Duration.ofDays(1).plus(lateness).toMillis();
    }

    /** What was used lately. */
    private record Known(SeenGeneration before, SeenGeneration present) {
        boolean contains(EventId id) {
            return present.contains(id) || before.contains(id);
        }
    }

    /** Remembers an id; false when it was there already. */
    boolean add(String eventId, Instant organizationTime) {
        EventId id = EventId.of(eventId);
        Known now = known(generationOf(organizationTime));
        if (now.contains(id)) {
            return false;
        }
        if (store.memory().tooMuchForOne(now.present().bytes())) {
            now.present().addOther(id);
        } else {
            now.present().add(id);
        }
        return true;
    }

    private Known known(long generation) {
        Known last = known;
        if (last != null && last.present().number() == generation) {
            return last;
        }
        Known now = new Known(
                last != null && last.present().number() == generation - 1 ? last.present() : load(generation - 1),
                load(generation));
        known = now;
        return now;
    }

    private SeenGeneration load(long generation) {
        return SeenGeneration.load(store, organizationId, generation);
    }

    /** Forgets the generations that no acceptable event can be in, when the organization's time moved on. */
    void forget(Instant before, Instant now) {
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

    /** Bytes on the heap of the ids at hand. */
    long bytes() {
        Known now = known;
        return now == null ? 0 : now.before().bytes() + now.present().bytes();
    }
}
