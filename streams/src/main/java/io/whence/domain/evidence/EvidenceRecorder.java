/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Spot;
import io.whence.domain.tally.Hash64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes down what a request says, in constant time and without looking anything up. */
public final class EvidenceRecorder {

    /** MaxMind names no radius for some places; a country is then the most that is known. */
    private static final int UNKNOWN_RADIUS_KM = 1000;

    /** Below this many kilometres no database is exact. */
    private static final int LEAST_RADIUS_KM = 50;

    private final Map<String, Spot> edges;

    /**
     * A recorder.
     *
     * @param edges where the edges of the provider are, by IATA code
     */
    public EvidenceRecorder(Map<String, Spot> edges) {
        this.edges = Map.copyOf(edges);
    }

    /**
     * One admitted request.
     *
     * @param event what the gateway logged
     * @param address the address we believe, or null
     * @param origin where that is
     * @param region the region it is counted under
     * @param watched whether some policy could object to that region
     * @param claimed where a forwarding header that nobody vouches for places the client; null without one
     */
    public record Admitted(
            AccessEvent event,
            @Nullable IpAddress address,
            Origin origin,
            Region region,
            boolean watched,
            @Nullable Region claimed) {}

    /** Adds a request to its day; a refused one is nobody's and must not come here. */
    public void record(EvidenceDay day, Admitted request) {
        AccessEvent event = request.event();
        if (event.channel() == Channel.CONSOLE) {
            recordLogIn(day, request);
            return;
        }
        long millis = event.timestamp().toEpochMilli();
        NetworkType type = request.origin().networkType();
        day.hours()[(int) (Math.floorMod(millis, 86_400_000L) / 3_600_000L)]++;
        day.times().mark(type, millis);
        recordNetwork(day, request);
        recordClient(day, request, millis);
        recordDelays(day.delays(), request);
        if (event.endUserId() != null) {
            day.endUsers().add(Hash64.of(event.endUserId()), 1);
        }
        Region claimed = request.claimed();
        if (claimed != null
                && !claimed.isUnknown()
                && !claimed.country().equals(request.region().country())) {
            day.forged().add(request.region() + ">" + claimed, 1);
        }
    }

    private static void recordLogIn(EvidenceDay day, Admitted request) {
        Origin origin = request.origin();
        day.logIns().add(origin.networkType().name(), 1);
        boolean hidden =
                origin.networkType().anonymizes() || origin.networkType().placedByProvider();
        if (!hidden
                && origin.agreement() != Agreement.DISPUTED
                && !request.region().isUnknown()) {
            day.consoles().add(request.region().code(), 1);
        }
    }

    /** The number under which the masked prefix of an address is known: IPv4 /24, IPv6 /48. */
    public static long exitOf(IpAddress address) {
        return Hash64.of(address.isIpv4() ? address.low() >>> 8 : address.high() >>> 16);
    }

    private static void recordNetwork(EvidenceDay day, Admitted request) {
        IpAddress address = request.address();
        if (address != null) {
            day.networks().add(exitOf(address), 1);
        }
        AutonomousSystem operator = request.origin().autonomousSystem();
        if (operator != null) {
            day.operators().add(operator.number(), 1);
        }
    }

    private static void recordClient(EvidenceDay day, Admitted request, long millis) {
        AccessEvent event = request.event();
        long key = hash(event.apiKeyId());
        long client = Hash64.of(key ^ Hash64.of(hash(event.userAgent()) ^ hash(event.tlsFingerprint()) * 31));
        Origin origin = request.origin();
        Spot spot = origin.spot();
        if (spot != null) {
            String country = origin.region().country().code();
            day.sightings()
                    .see(client, millis, new Sightings.Fix(origin.networkType(), country, spot, radiusKm(origin)));
        }
        boolean named = event.userAgent() != null || event.tlsFingerprint() != null;
        if (named && !origin.networkType().anonymizes()) {
            day.clients().see(client, (int) key, request.region().code());
        }
    }

    private void recordDelays(Delays delays, Admitted request) {
        Float tcp = request.event().tcpRttMillis();
        if (tcp == null) {
            return;
        }
        Origin origin = request.origin();
        Float whole = request.event().requestRttMillis();
        if (whole != null && isAccess(origin.networkType())) {
            delays.pair(tcp, whole);
        }
        Spot edge = edges.getOrDefault(String.valueOf(request.event().edgeLocation()), null);
        Spot spot = origin.spot();
        if (edge == null || spot == null) {
            return;
        }
        double distance = spot.distanceKm(edge);
        if (origin.networkType() != NetworkType.MOBILE && origin.networkType() != NetworkType.SATELLITE) {
            delays.path(tcp, distance);
        }
        if (request.watched()) {
            delays.place(request.region().code(), tcp, distance - radiusKm(origin));
        }
    }

    private static boolean isAccess(NetworkType type) {
        return type == NetworkType.EYEBALL || type == NetworkType.UNKNOWN || type == NetworkType.BUSINESS;
    }

    private static int radiusKm(Origin origin) {
        Integer radius = origin.accuracyRadiusKm();
        return radius == null ? UNKNOWN_RADIUS_KM : Math.max(LEAST_RADIUS_KM, radius);
    }

    private static long hash(@Nullable String text) {
        return text == null ? 0 : Hash64.of(text);
    }
}
