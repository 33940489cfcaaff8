/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.AccessEvent;
import io.whence.quickstart.Caller.Header;
import io.whence.quickstart.SampleNetworks.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Turns one caller into its access events; the same seed gives the same events. */
final class EventGenerator {
    /** Where callers who forge the header claim to be. */
    private static final String CLAIMED_ADDRESS = "24.4.160.1";

    private static final String PROXY_ADDRESS = "10.11.0.4";
    private static final int MILLIS_PER_HOUR = 3_600_000;
    private static final int END_USERS = 500;

    private final String organizationId;
    private final Caller caller;
    private final List<Place> places;
    private final SplittableRandom random;
    private final List<AccessEvent> events = new ArrayList<>();

    EventGenerator(String organizationId, Caller caller, SampleNetworks networks, SplittableRandom random) {
        this.organizationId = organizationId;
        this.caller = caller;
        this.places = caller.pools().stream()
                .flatMap(pool -> networks.pool(pool).stream())
                .toList();
        this.random = random;
    }

    List<AccessEvent> events() {
        for (var day : caller.days().toList()) {
            for (int hour = 0; hour < 24; hour++) {
                hour(day, hour);
            }
        }
        return List.copyOf(events);
    }

    private void hour(LocalDate day, int hour) {
        var start = day.atTime(hour, 0).atOffset(ZoneOffset.UTC);
        var expected = caller.perDay() * caller.rhythm().share(start);
        var count = (int) (expected + random.nextDouble());
        var placeOfHour = random.nextInt(places.size());
        for (int index = 0; index < count; index++) {
            var at = start.plus(random.nextInt(MILLIS_PER_HOUR), ChronoUnit.MILLIS)
                    .toInstant();
            var key = random.nextInt(Math.max(1, caller.keys()));
            events.add(event(at, key, place(key, placeOfHour)));
        }
    }

    private Place place(int key, int placeOfHour) {
        var index = switch (caller.change()) {
            case PER_KEY -> key % places.size();
            case PER_HOUR -> placeOfHour;
            case PER_REQUEST -> random.nextInt(places.size());
        };
        return places.get(index);
    }

    private AccessEvent event(Instant at, int key, Place place) {
        var software = Software.of(caller.client());
        var tcpRtt = (float) (place.rttMillis() * (1 + random.nextDouble() / 4));
        var proxied = caller.header() == Header.FORGED_THEN_PROXIED;
        return new AccessEvent(
                caller.name() + "-" + (events.size() + 1),
                at,
                organizationId,
                caller.name(),
                caller.keys() == 0 ? null : "key-" + caller.name() + "-" + (key + 1),
                caller.channel(),
                proxied ? PROXY_ADDRESS : place.address(),
                forwardedFor(place),
                "POST",
                software.path(),
                status(),
                software.userAgent(),
                null,
                software.tlsFingerprint(),
                proxied ? null : tcpRtt,
                proxied ? null : tcpRtt + 1 + random.nextInt(4),
                place.edge(),
                caller.client() == Caller.Client.APP ? "user-" + random.nextInt(END_USERS) : null);
    }

    private @Nullable String forwardedFor(Place place) {
        return switch (caller.header()) {
            case NONE -> null;
            case FORGED -> CLAIMED_ADDRESS;
            case FORGED_THEN_PROXIED -> CLAIMED_ADDRESS + ", " + place.address();
        };
    }

    /** 96 of 100 answered, 3 told to slow down, 1 broken. */
    private int status() {
        var draw = random.nextInt(100);
        if (draw < 96) {
            return 200;
        }
        return draw < 99 ? 429 : 500;
    }

    /**
     * What a client looks like to a gateway.
     *
     * @param path what it asks for
     * @param userAgent how it names itself
     * @param tlsFingerprint a JA4 fingerprint, made up in that form
     */
    private record Software(String path, String userAgent, String tlsFingerprint) {
        static Software of(Caller.Client client) {
            return switch (client) {
                case SDK ->
                    new Software("/v1/completions", "example-sdk-python/1.4.2", "t13d1812h1_85036bcba153_d41ae481755e");
                case RELAY ->
                    new Software("/v1/completions", "Go-http-client/2.0", "t13d1312h2_f57a46bbacb6_ab7e3b40a677");
                case APP ->
                    new Software(
                            "/v1/completions", "example-app/3.1 okhttp/4.12", "t13d1613h2_46e7e9700bed_45f260be83e2");
                case BROWSER -> new Software("/login", "Mozilla/5.0", "t13d1516h2_8daaf6152771_02713d6af862");
            };
        }
    }
}
