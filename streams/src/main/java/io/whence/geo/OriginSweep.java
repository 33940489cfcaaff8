/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Origin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all addresses in order, from one to the next that some source may answer otherwise. A source is asked
 * again only behind the network of its last answer.
 */
final class OriginSweep implements GeoDatabases.Finder {

    private final GeoDatabases databases;
    private final Map<DatabaseKind, Standing> standing = new EnumMap<>(DatabaseKind.class);
    private final Map<Origin, Origin> shared = new HashMap<>();

    OriginSweep(GeoDatabases databases) {
        this.databases = databases;
    }

    /** An answer that holds for all addresses before another; null for all there are. */
    private record Standing(
            @Nullable Object answer, @Nullable IpAddress before) {}

    /** Takes the ranges that are found, in order. */
    interface Ranges {
        /** From this address on it is this origin; the same instance for equal ones. */
        void start(IpAddress at, @Nullable Origin origin);
    }

    /**
     * Goes from an address to another.
     *
     * @param before where to stop, or null for the end of the family
     * @throws InterruptedIOException when the thread is interrupted: it takes a while, and the application may be
     *     closing
     */
    void over(IpAddress from, @Nullable IpAddress before, Ranges ranges) throws IOException {
        standing.clear();
        IpAddress at = from;
        while (at != null && (before == null || at.compareTo(before) < 0)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("nobody waits for the ranges any more");
            }
            Origin origin = Judgement.of(databases.ask(at, this), databases).origin();
            ranges.start(at, shared.computeIfAbsent(origin, same -> same));
            at = next(at);
        }
    }

    @Override
    public <T> @Nullable T find(DatabaseKind kind, IpAddress address, Class<T> form) throws IOException {
        var database = databases.database(kind).orElse(null);
        if (database == null) {
            return null;
        }
        var known = standing.get(kind);
        if (known == null || (known.before != null && known.before.compareTo(address) <= 0)) {
            var found = database.findNetwork(address, form);
            known = new Standing(found.record(), found.next());
            standing.put(kind, known);
        }
        return form.cast(known.answer);
    }

    /** The next address that a source may answer otherwise; null when there is none. */
    private @Nullable IpAddress next(IpAddress at) {
        IpAddress next = databases.lists().nextStart(at);
        for (var known : standing.values()) {
            next = earlier(next, known.before);
        }
        return next;
    }

    static @Nullable IpAddress earlier(@Nullable IpAddress one, @Nullable IpAddress other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
