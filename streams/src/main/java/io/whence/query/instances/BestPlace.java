/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import io.whence.query.Reach;
import io.whence.topology.StoreForm;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the best copy that can be read: the active one here, the active one elsewhere, the ones that follow.
 *
 * @param placement tells who has what
 * @param here the copies of this instance
 * @param others the other instances; null when there are none
 */
record BestPlace(
        Placement placement, LocalPlace here, @Nullable Others others) implements Place {

    /** While a task changes hands no copy can be read for some milliseconds, on a busy machine for a second. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final int ATTEMPTS = 40;

    /** Reads entries, from whatever copy, and has that noted; gives up when there is none a little later either. */
    @Override
    public <K, V> Slice<K, V> read(StoreForm<K, V> form, SliceRequest asked) {
        if (Reach.missed(asked.partition())) {
            throw new InvalidStateStoreException("partition " + asked.partition() + " cannot be read");
        }
        int attempts = Reach.missedAny() ? 1 : ATTEMPTS; // who has waited once waits no more
        for (int attempt = 1; attempt <= attempts; attempt++) {
            Optional<Slice<K, V>> found = firstOf(places(asked.partition()), form, asked);
            if (found.isPresent()) {
                Reach.read(found.get().copy());
                return found.get();
            }
            pause();
        }
        throw new InvalidStateStoreException("no copy of partition " + asked.partition() + " can be read");
    }

    private <K, V> Optional<Slice<K, V>> firstOf(Set<Place> places, StoreForm<K, V> form, SliceRequest asked) {
        for (Place place : places) {
            Optional<Slice<K, V>> found = tryToRead(place, form, asked);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static <K, V> Optional<Slice<K, V>> tryToRead(Place place, StoreForm<K, V> form, SliceRequest asked) {
        try {
            return Optional.of(place.read(form, asked));
        } catch (InvalidStateStoreException unreadable) {
            return Optional.empty();
        }
    }

    private Set<Place> places(int partition) {
        List<HostInfo> hosts = others == null ? List.of() : placement.hosts(partition);
        Set<Place> places = new LinkedHashSet<>();
        for (HostInfo host : hosts) {
            places.add(others == null || host.equals(others.self()) ? here : new RemotePlace(host, others.calls()));
        }
        places.add(here); // also when nobody has heard of it yet
        return places;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis()); // a partition is moving, and nobody tells when it has arrived
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InvalidStateStoreException("interrupted", stopping);
        }
    }
}
