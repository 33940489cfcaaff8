/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.time.Instant;

/**
 * How much traffic of one provenance an organization had on one UTC day. Adding is commutative: the order of events
 * does not show.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
public final class Tally {

    /**
     * How many keys and how many networks are named per tally. Enough for a notice a person reads; what is left out is
     * still counted.
     */
    public static final int NAMED = 64;

    /** How many addresses are told apart exactly; above, the count is an estimate within about 6 %. */
    public static final int ADDRESSES = 256;

    private long requests;
    private long refused;
    private long firstSeenMillis = Long.MAX_VALUE;
    private long lastSeenMillis = Long.MIN_VALUE;
    private final Hours hours = new Hours();
    private final CountedSample<String> keys = new CountedSample<>(NAMED, Hash64::of);
    private final CountedSample<Egress> networks = new CountedSample<>(NAMED, Tally::hashOf);
    private final CountedSample<Long> addresses = new CountedSample<>(ADDRESSES, Long::longValue);

    private static long hashOf(Egress egress) {
        return Hash64.of(Hash64.of(egress.prefix()) ^ egress.asn());
    }

    /** Counts one request; refused ones are counted but are nobody's traffic. */
    public void count(Instant at, boolean wasRefused) {
        count(1, wasRefused ? 1 : 0, at.toEpochMilli(), at.toEpochMilli());
    }

    /** Counts several requests at once, as if all admitted ones were of the hour of the first. */
    public void count(long moreRequests, long moreRefused, long firstMillis, long lastMillis) {
        restore(moreRequests, moreRefused, firstMillis, lastMillis);
        hours.add(Hours.of(firstMillis), moreRequests - moreRefused);
    }

    /** Counts several requests at once, without their hours; for restoring and adding up. */
    public void restore(long moreRequests, long moreRefused, long firstMillis, long lastMillis) {
        requests += moreRequests;
        refused += moreRefused;
        firstSeenMillis = Math.min(firstSeenMillis, firstMillis);
        lastSeenMillis = Math.max(lastSeenMillis, lastMillis);
    }

    /** Adds another tally, of another day or another provenance. */
    public void addAll(Tally other) {
        restore(other.requests, other.refused, other.firstSeenMillis, other.lastSeenMillis);
        hours.addAll(other.hours);
        keys.addAll(other.keys);
        networks.addAll(other.networks);
        addresses.addAll(other.addresses);
    }

    /** All requests, the refused ones included. */
    public long requests() {
        return requests;
    }

    /** Requests the gateway refused with 401 or 403. */
    public long refused() {
        return refused;
    }

    /** Requests of somebody the gateway knew: the only ones that are evidence. */
    public long admitted() {
        return requests - refused;
    }

    /** Event time of the first request. */
    public Instant firstSeen() {
        return Instant.ofEpochMilli(firstSeenMillis);
    }

    /** Event time of the last request. */
    public Instant lastSeen() {
        return Instant.ofEpochMilli(lastSeenMillis);
    }

    /** Admitted requests by hour; live, for adding to. */
    public Hours hours() {
        return hours;
    }

    /** API keys of admitted requests; empty where no policy watches the region. */
    public CountedSample<String> keys() {
        return keys;
    }

    /** Networks of admitted requests; empty where no policy watches the region. */
    public CountedSample<Egress> networks() {
        return networks;
    }

    /** Pseudonyms of client addresses; empty where no policy watches the region. */
    public CountedSample<Long> addresses() {
        return addresses;
    }
}
