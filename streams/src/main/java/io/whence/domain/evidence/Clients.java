/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.tally.Hash64;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sample of the client software that used each key, and the regions it was seen in. A client is what one key, user
 * agent and TLS fingerprint have in common.
 */
public final class Clients {

    /** Clients kept a day. */
    static final int KEPT = 24;

    /** Regions kept for one client. */
    static final int REGIONS = 8;

    private final NavigableMap<Long, Client> byHash = new TreeMap<>(Long::compareUnsigned);

    /**
     * One client.
     *
     * @param key the low 32 bits of the hash of the key it used
     * @param regions codes of the regions it was seen in, at most {@value #REGIONS}
     */
    public record Client(int key, NavigableSet<String> regions) {}

    void see(long client, int key, String region) {
        long hash = Hash64.of(client);
        Client known = byHash.get(hash);
        if (known == null || !known.regions().contains(region)) {
            put(hash, key, Set.of(region));
        }
    }

    /** Puts a client back; for restoring. */
    public void put(long hash, int key, Collection<String> regions) {
        if (byHash.size() == KEPT && Long.compareUnsigned(hash, byHash.lastKey()) > 0) {
            return;
        }
        NavigableSet<String> known = byHash.computeIfAbsent(hash, any -> new Client(key, new TreeSet<>()))
                .regions();
        known.addAll(regions);
        while (known.size() > REGIONS) {
            known.pollLast();
        }
        if (byHash.size() > KEPT) {
            byHash.pollLastEntry();
        }
    }

    void addAll(Clients other) {
        other.byHash.forEach((hash, client) -> put(hash, client.key(), client.regions()));
    }

    /** What is kept, by hash. */
    public NavigableMap<Long, Client> kept() {
        return byHash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Clients that && byHash.equals(that.byHash);
    }

    @Override
    public int hashCode() {
        return byHash.hashCode();
    }
}
