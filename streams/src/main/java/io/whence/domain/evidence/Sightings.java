/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Spot;
import io.whence.domain.tally.Hash64;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sample of the half hours in which a client was seen, and where. It keeps the half hours with the smallest hashes,
 * so that what is kept does not depend on the order in which requests come.
 */
public final class Sightings {

    /** Half hours kept a day. */
    static final int KEPT = 24;

    /** Places kept for one half hour; more of them tell no more. */
    static final int PLACES = 6;

    /** Nobody travels so far in half an hour: 900 km/h is the cruising speed of an airliner; with a margin. */
    static final double FAR_KM = 500;

    private static final long HALF_HOUR_MILLIS = 1_800_000;

    private final NavigableMap<Long, HalfHour> byHash = new TreeMap<>(Long::compareUnsigned);

    /**
     * One client in one half hour.
     *
     * @param client the low 32 bits of its hash
     * @param places packed places, at most {@value #PLACES}
     */
    public record HalfHour(int client, NavigableSet<Integer> places) {

        /** How many places that nobody could have travelled between, at least 1. */
        int farApart() {
            List<Place> apart = new ArrayList<>();
            for (int packed : places) {
                Place place = Place.unpack(packed);
                if (apart.stream().allMatch(other -> other.isFarFrom(place))) {
                    apart.add(place);
                }
            }
            return apart.size();
        }
    }

    /**
     * A place to the degree, with its radius.
     *
     * @param spot rounded to whole degrees
     * @param radiusKm radius of what the database is sure of, and of the rounding
     */
    private record Place(Spot spot, double radiusKm) {

        private static final int RADIUS_STEP = 32;
        private static final int MAX_STEPS = 63;
        /** Half the diagonal of a square degree at the equator. */
        private static final double ROUNDING_KM = 79;

        static int pack(Spot spot, int radiusKm) {
            int latitude = (int) Math.rint(spot.latitude()) + 90;
            int longitude = (int) Math.rint(spot.longitude()) + 180;
            int steps = Math.min(MAX_STEPS, (radiusKm + RADIUS_STEP - 1) / RADIUS_STEP);
            return (latitude * 361 + longitude) * (MAX_STEPS + 1) + steps;
        }

        static Place unpack(int packed) {
            int steps = packed % (MAX_STEPS + 1);
            int degrees = packed / (MAX_STEPS + 1);
            return new Place(
                    new Spot(degrees / 361 - 90, degrees % 361 - 180), (double) steps * RADIUS_STEP + ROUNDING_KM);
        }

        boolean isFarFrom(Place other) {
            return spot.distanceKm(other.spot) - radiusKm - other.radiusKm >= FAR_KM;
        }
    }

    /** Notes where a client was seen; only access networks place a person. */
    void see(long client, long epochMillis, NetworkType type, Spot spot, int radiusKm) {
        if (type == NetworkType.EYEBALL || type == NetworkType.UNKNOWN || type == NetworkType.BUSINESS) {
            long group = Hash64.of(client ^ Math.floorDiv(epochMillis, HALF_HOUR_MILLIS) * 0x9e3779b97f4a7c15L);
            put(group, (int) client, Set.of(Place.pack(spot, radiusKm)));
        }
    }

    /** Puts a half hour back; for restoring. */
    public void put(long group, int client, Collection<Integer> places) {
        if (byHash.size() == KEPT && Long.compareUnsigned(group, byHash.lastKey()) > 0) {
            return;
        }
        NavigableSet<Integer> known = byHash.computeIfAbsent(group, any -> new HalfHour(client, new TreeSet<>()))
                .places();
        known.addAll(places);
        while (known.size() > PLACES) {
            known.pollLast();
        }
        if (byHash.size() > KEPT) {
            byHash.pollLastEntry();
        }
    }

    void addAll(Sightings other) {
        other.byHash.forEach((group, half) -> put(group, half.client(), half.places()));
    }

    /** What is kept, by hash. */
    public NavigableMap<Long, HalfHour> kept() {
        return byHash;
    }

    /**
     * Whether a client was at places that nobody travels between in half an hour. A client that is at several places
     * most of the time is a program that runs in several places, and no traveller.
     */
    boolean impossible() {
        TreeMap<Integer, int[]> clients = new TreeMap<>();
        for (HalfHour half : byHash.values()) {
            int[] counts = clients.computeIfAbsent(half.client(), any -> new int[2]);
            counts[0]++;
            counts[1] += half.farApart() > 1 ? 1 : 0;
        }
        return clients.values().stream().anyMatch(counts -> counts[1] > 0 && counts[1] * 2 <= counts[0]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sightings that && byHash.equals(that.byHash);
    }

    @Override
    public int hashCode() {
        return byHash.hashCode();
    }
}
