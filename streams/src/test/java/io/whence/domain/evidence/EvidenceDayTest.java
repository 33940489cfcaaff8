/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.EvidenceFiles;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Spot;
import io.whence.domain.origin.Unlocated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceDayTest {

    private static final EvidenceRecorder RECORDER =
            new EvidenceRecorder(EvidenceFiles.bundled().facts().edges());
    private static final Instant MIDNIGHT = Instant.parse("2024-09-30T00:00:00Z");
    private static final String[] REGIONS = {"CN", "DE", "US", "SG", "JP", "BR", "FR", "IN", "HK", "RU"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherOrderNorDivisionShows(long seed) {
        Random random = new Random(seed);
        List<EvidenceRecorder.Admitted> requests = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            requests.add(request(random));
        }
        EvidenceDay inOrder = day(requests);
        Collections.shuffle(requests, random);
        int half = random.nextInt(requests.size());
        EvidenceDay divided = day(requests.subList(0, half));
        divided.addAll(day(requests.subList(half, requests.size())));

        assertThat(day(requests)).isEqualTo(inOrder);
        assertThat(divided).isEqualTo(inOrder);
    }

    @Test
    void aFloodDoesNotGrowIt() {
        Random random = new Random(7);
        EvidenceDay day = new EvidenceDay();
        for (int i = 0; i < 50_000; i++) {
            RECORDER.record(day, request(random));
        }
        assertThat(day.sightings().kept().size()).isEqualTo(Sightings.KEPT);
        assertThat(day.clients().kept().size()).isEqualTo(Clients.KEPT);
        assertThat(day.networks().size()).isEqualTo(EvidenceDay.NETWORKS);
        assertThat(day.endUsers().size()).isEqualTo(EvidenceDay.END_USERS);
        assertThat(day.consoles().size()).isLessThanOrEqualTo(EvidenceDay.REGIONS);
    }

    @Test
    void anAnswerFasterThanLightInFibreProvesThePlaceWrong() {
        EvidenceDay day = new EvidenceDay();
        Origin pyongyang = origin("KP", NetworkType.UNKNOWN, 39, 126);
        for (int i = 0; i < 5; i++) {
            RECORDER.record(
                    day,
                    new EvidenceRecorder.Admitted(
                            event(i, Channel.API, 8f, 9f, "FRA"),
                            address(i),
                            pyongyang,
                            pyongyang.region(),
                            true,
                            null));
        }
        assertThat(day.delays().impossible().mostFrequentFirst())
                .singleElement()
                .satisfies(counted -> assertThat(counted.count()).isEqualTo(5));
    }

    @Test
    void twoPlacesInHalfAnHourAreImpossibleOnlyWhereRadiiAllowNoDoubt() {
        assertThat(seen(50).sightings().impossible()).isTrue();
        assertThat(seen(1000).sightings().impossible()).isFalse();
    }

    @Test
    void aProgramThatRunsInManyPlacesIsNoTraveller() {
        EvidenceDay day = new EvidenceDay();
        for (int minute = 0; minute < 1200; minute++) {
            place(day, minute, minute % 2 == 0 ? origin("DE", NetworkType.EYEBALL, 52, 13) : tokyo());
        }
        assertThat(day.sightings().impossible()).isFalse();
    }

    private static EvidenceDay seen(int radius) {
        EvidenceDay day = new EvidenceDay();
        for (int minute = 0; minute < 600; minute += 10) {
            place(day, minute, berlin(radius));
        }
        place(day, 605, origin("FR", NetworkType.EYEBALL, 49, 2));
        place(day, 601, berlin(radius));
        return day;
    }

    private static Origin berlin(int radius) {
        return new Origin(
                new Region("DE"),
                Unlocated.LOCATED,
                NetworkType.EYEBALL,
                null,
                new AutonomousSystem(64500, "Example"),
                radius,
                null,
                null,
                new Spot(52, 13));
    }

    private static Origin tokyo() {
        return origin("JP", NetworkType.EYEBALL, 36, 140);
    }

    private static void place(EvidenceDay day, int minute, Origin origin) {
        RECORDER.record(
                day,
                new EvidenceRecorder.Admitted(
                        event(minute, Channel.API, null, null, null),
                        address(minute),
                        origin,
                        origin.region(),
                        false,
                        null));
    }

    private static EvidenceDay day(List<EvidenceRecorder.Admitted> requests) {
        EvidenceDay day = new EvidenceDay();
        requests.forEach(request -> RECORDER.record(day, request));
        return day;
    }

    private static EvidenceRecorder.Admitted request(Random random) {
        Origin origin = origin(
                REGIONS[random.nextInt(REGIONS.length)],
                NetworkType.values()[random.nextInt(NetworkType.values().length)],
                random.nextInt(120) - 60,
                random.nextInt(340) - 170);
        int minute = random.nextInt(1440 * 40);
        boolean console = random.nextInt(20) == 0;
        AccessEvent event = event(
                minute,
                console ? Channel.CONSOLE : Channel.API,
                5 + random.nextInt(200) * 1f,
                10 + random.nextInt(300) * 1f,
                random.nextBoolean() ? "FRA" : "NRT");
        Region claimed = random.nextInt(10) == 0 ? new Region(REGIONS[random.nextInt(REGIONS.length)]) : null;
        return new EvidenceRecorder.Admitted(
                event, address(random.nextInt(100_000)), origin, origin.region(), random.nextBoolean(), claimed);
    }

    private static IpAddress address(int number) {
        return IpAddress.ipv4(0x1b000000 + number * 256);
    }

    private static Origin origin(String region, NetworkType type, double latitude, double longitude) {
        return new Origin(
                new Region(region),
                Unlocated.LOCATED,
                type,
                null,
                new AutonomousSystem(64500, "Example"),
                50,
                null,
                null,
                new Spot(latitude, longitude));
    }

    private static AccessEvent event(
            int minute, Channel channel, @Nullable Float tcp, @Nullable Float request, @Nullable String edge) {
        return new AccessEvent(
                "e-" + minute,
                MIDNIGHT.plusSeconds(minute % 1440 * 60L),
                "org-1",
                null,
                "key-1",
                channel,
                "198.51.100.1",
                null,
                "POST",
                "/v1/chat",
                200,
                "agent/" + minute / 1440,
                null,
                "t13d",
                tcp,
                request,
                edge,
                "user-" + minute);
    }
}
