/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The event ids of one organization in one generation. As long as they are few they are all at hand, and those that
 * came between two commits are written as one entry; above, each has an entry of its own, which is looked up.
 *
 * <p>The key of a shared entry ends with 64 zero bits, which begin no hash, and a number; so they come first.
 */
final class SeenGeneration {

    /** Ids of one entry, at most: 8 KiB. */
    private static final int ENTRY_IDS = 512;

    private final Buffer<EventIds> store;
    private final String organizationId;
    private final long number;
    private final EventIdSet atHand = new EventIdSet();
    private boolean others;
    private long entries;
    private EventIds open = EventIds.none();
    private long openedAt = -1;

    private SeenGeneration(Buffer<EventIds> store, String organizationId, long number) {
        this.store = store;
        this.organizationId = organizationId;
        this.number = number;
    }

    /** The generation as it is in the store. */
    static SeenGeneration load(Buffer<EventIds> store, String organizationId, long number) {
        SeenGeneration generation = new SeenGeneration(store, organizationId, number);
        Bytes from = StoreKey.ofGeneration(organizationId, number);
        try (KeyValueIterator<Bytes, EventIds> found =
                store.range(from, StoreKey.ofGeneration(organizationId, number + 1))) {
            while (found.hasNext() && !generation.others) {
                generation.take(found.next(), from.get().length);
            }
        }
        return generation;
    }

    private void take(KeyValue<Bytes, EventIds> entry, int idFrom) {
        ByteBuffer id = ByteBuffer.wrap(entry.key.get(), idFrom, EventId.BYTES);
        if (id.getLong() == 0) {
            entries = id.getLong() + 1;
            entry.value.forEach(atHand::add);
        } else {
            others = true;
        }
    }

    long number() {
        return number;
    }

    boolean contains(EventId id) {
        return atHand.contains(id) || (others && store.get(StoreKey.ofEvent(organizationId, number, id)) != null);
    }

    /** Adds an id that is not there, to those at hand. */
    void add(EventId id) {
        atHand.add(id);
        if (store.writes() == openedAt && open.size() < ENTRY_IDS) {
            open.add(id);
            return;
        }
        openedAt = store.writes();
        open = EventIds.none();
        open.add(id);
        store.put(StoreKey.ofEvent(organizationId, number, new EventId(0, entries)), open);
        entries++;
    }

    /** Adds an id that is not there, to be looked up. */
    void addOther(EventId id) {
        others = true;
        store.put(StoreKey.ofEvent(organizationId, number, id), EventIds.none());
    }

    /** Bytes on the heap of what is at hand. */
    long bytes() {
        return atHand.bytes();
    }
}
