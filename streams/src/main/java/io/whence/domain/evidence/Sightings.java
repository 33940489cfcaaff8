/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Spot;
import io.whence.domain.tally.Hash64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
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

    private final SmallestHashes<HalfHour> byHash = new SmallestHashes<>(KEPT);

    /** One client in one half hour. */
    public static final class HalfHour {

        private final int client;

        /** Packed, in ascending order. */
        private int[] places = {};

        private HalfHour(int client) {
            this.client = client;
        }

        /** The low 32 bits of the client's hash. */
        public int client() {
            return client;
        }

        /** How many places are kept, at most {@value #PLACES}. */
        public int size() {
            return places.length;
        }

        /** A packed place, in their order. */
        public int place(int at) {
            return places[at];
        }

        private void add(int place) {
            int at = Arrays.binarySearch(places, place);
            int gap = -at - 1;
            if (at >= 0 || gap == PLACES) {
                return;
            }
            int[] more = new int[Math.min(PLACES, places.length + 1)];
            System.arraycopy(places, 0, more, 0, gap);
            more[gap] = place;
            System.arraycopy(places, gap, more, gap + 1, more.length - gap - 1);
            places = more;
        }

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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof HalfHour that && client == that.client && Arrays.equals(places, that.places);
        }

        @Override
        public int hashCode() {
            return 31 * client + Arrays.hashCode(places);
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
            put(group, (int) client, Place.pack(fix));
        }
    }

    /** Notes a packed place of a half hour; for restoring. */
    public void put(long group, int client, int place) {
        HalfHour known = byHash.get(group, () -> new HalfHour(client));
        if (known != null) {
            known.add(place);
        }
    }

    void addAll(Sightings other) {
        for (int at = 0; at < other.byHash.size(); at++) {
            HalfHour half = other.byHash.value(at);
            for (int place : half.places) {
                put(other.byHash.hash(at), half.client, place);
            }
        }
    }

    /** What is kept, by hash. */
    public SmallestHashes<HalfHour> kept() {
        return byHash;
    }

    /**
     * Whether a client was at places that nobody travels between in half an hour. A client that is at several places
     * most of the time is a program that runs in several places, and no traveller.
     */
    boolean impossible() {
        TreeMap<Integer, int[]> clients = new TreeMap<>();
        for (int at = 0; at < byHash.size(); at++) {
            HalfHour half = byHash.value(at);
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
