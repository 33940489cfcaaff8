/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.tally.Hash64;
import java.util.NavigableSet;
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

    private final SmallestHashes<Client> byHash = new SmallestHashes<>(KEPT);

    /**
     * One client.
     *
     * @param key the low 32 bits of the hash of the key it used
     * @param regions codes of the regions it was seen in, at most {@value #REGIONS}
     */
    public record Client(int key, NavigableSet<String> regions) {}

    void see(long client, int key, String region) {
        put(Hash64.of(client), key, region);
    }

    /** Notes a region of a client; for restoring. */
    public void put(long hash, int key, String region) {
        Client known = byHash.get(hash, () -> new Client(key, new TreeSet<>()));
        if (known != null && known.regions().add(region) && known.regions().size() > REGIONS) {
            known.regions().pollLast();
        }
    }

    void addAll(Clients other) {
        for (int at = 0; at < other.byHash.size(); at++) {
            Client client = other.byHash.value(at);
            for (String region : client.regions()) {
                put(other.byHash.hash(at), client.key(), region);
            }
        }
    }

    /** What is kept, by hash. */
    public SmallestHashes<Client> kept() {
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
