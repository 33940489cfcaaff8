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
     * Where a request came from.
     *
     * @param type kind of network
     * @param country ISO 3166-1 alpha-2 code, or {@code ZZ}
     * @param spot the middle of the place
     * @param radiusKm how far from it the client may be
     */
    record Fix(NetworkType type, String country, Spot spot, int radiusKm) {}

    /**
     * A place to the degree, with its radius.
     *
     * @param spot rounded to whole degrees
     * @param radiusKm radius of what the database is sure of, and of the rounding
     * @param country number of its country; 0 when that is not known, as in what older releases wrote
     */
    private record Place(Spot spot, double radiusKm, int country) {

        private static final int RADIUS_STEP = 32;
        private static final int MAX_STEPS = 63;
        private static final int LETTERS = 26;
        /** Half the diagonal of a square degree at the equator. */
        private static final double ROUNDING_KM = 79;

        private static final int LATITUDES = 181;
        private static final int LONGITUDES = 361;

        /** The 677 countries of two letters fit as well, in 32 bits without a sign. */
        static int pack(Fix fix) {
            int latitude = (int) Math.rint(fix.spot().latitude()) + 90;
            int longitude = (int) Math.rint(fix.spot().longitude()) + 180;
            int steps = Math.min(MAX_STEPS, (fix.radiusKm() + RADIUS_STEP - 1) / RADIUS_STEP);
            int place = numberOf(fix.country()) * LATITUDES + latitude;
            return (place * LONGITUDES + longitude) * (MAX_STEPS + 1) + steps;
        }

        private static int numberOf(String country) {
            int first = country.charAt(0) - 'A';
            int second = country.charAt(1) - 'A';
            return country.equals("ZZ") ? 0 : 1 + first * LETTERS + second;
        }

        static Place unpack(int packed) {
            int steps = Integer.remainderUnsigned(packed, MAX_STEPS + 1);
            int degrees = Integer.divideUnsigned(packed, MAX_STEPS + 1);
            int latitude = degrees / LONGITUDES % LATITUDES - 90;
            return new Place(
                    new Spot(latitude, degrees % LONGITUDES - 180),
                    (double) steps * RADIUS_STEP + ROUNDING_KM,
                    degrees / LONGITUDES / LATITUDES);
        }

        /**
         * Whether nobody travels between them in half an hour. A fixed line and a telephone of one country may be one
         * person's, however far its operators' networks are from each other.
         */
        boolean isFarFrom(Place other) {
            boolean abroad = country != other.country && country != 0 && other.country != 0;
            return abroad && spot.distanceKm(other.spot) - radiusKm - other.radiusKm >= FAR_KM;
        }
    }

    /** Notes where a client was seen; only access networks place a person. */
    void see(long client, long epochMillis, Fix fix) {
        NetworkType type = fix.type();
        if (type == NetworkType.EYEBALL || type == NetworkType.UNKNOWN || type == NetworkType.BUSINESS) {
            long group = Hash64.of(client ^ Math.floorDiv(epochMillis, HALF_HOUR_MILLIS) * 0x9e3779b97f4a7c15L);
            int place = Place.pack(fix);
            HalfHour known = byHash.get(group);
            if (known == null || !known.places().contains(place)) {
                put(group, (int) client, Set.of(place));
            }
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
