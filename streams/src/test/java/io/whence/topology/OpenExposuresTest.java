/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.OrganizationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class OpenExposuresTest {

    private static final Instant NOON = Instant.parse("2024-07-12T12:00:00Z");
    private static final Duration LATENESS = Duration.ofHours(6);

    private final MemoryState memory = new MemoryState();
    private final OpenExposures open = new OpenExposures(memory.store(Stores.CLOCKS), memory.store(Stores.TALLIES));

    @Test
    void anOrganizationWhoseDaysAreAllClosedWasSeenNowhereAndCanBePassedOn() {
        OrganizationClock clock = OrganizationClock.startedBy(NOON, NOON, LATENESS);
        memory.put("org-silent", clock.silencedAt(NOON.plus(Duration.ofDays(3)), LATENESS, null));
        Serde<Exposure> passed = new ExposureCodec().serde();

        List<Exposure> found = new ArrayList<>();
        try (var all = open.all()) {
            all.forEachRemaining(entry -> found.add(
                    passed.deserializer().deserialize("", passed.serializer().serialize("", entry.value))));
        }

        assertThat(found).singleElement().satisfies(exposure -> {
            assertThat(exposure.through()).isEqualTo(OrganizationClock.dayOf(NOON));
            assertThat(exposure.places()).isEmpty();
        });
        assertThat(open.get(StoreKey.ofOrganization("org-other"))).isNull();
    }
}
