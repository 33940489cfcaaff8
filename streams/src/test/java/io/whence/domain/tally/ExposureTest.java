/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final LocalDate DAY = LocalDate.parse("2024-07-01");
    private static final Provenance CHINA = from("CN", NetworkType.EYEBALL, Agreement.UNCHECKED);

    @Test
    void addsUpWhatIsJudgedAlike() {
        Exposure exposure = Exposure.NONE.closing(
                DAY,
                List.of(
                        tally(CHINA, 3, 0),
                        tally(from("CN", NetworkType.HOSTING, Agreement.CONFIRMED), 4, 1),
                        tally(from("CN", NetworkType.VPN, Agreement.UNCHECKED), 50, 0),
                        tally(from("CN", NetworkType.EYEBALL, Agreement.DISPUTED), 60, 0),
                        tally(from("DE", NetworkType.EYEBALL, Agreement.UNCHECKED), 5, 5)),
                28);

        assertThat(exposure.places())
                .as("masked and disputed places, and refused requests, are left out")
                .containsExactly(new Exposure.Place(new Region("CN"), "", Map.of(DAY, 6L)));
        assertThat(exposure.through()).isEqualTo(DAY);
    }

    @Test
    void keepsSoManyDays() {
        Exposure exposure = Exposure.NONE;
        for (int day = 0; day < 40; day++) {
            exposure = exposure.closing(DAY.plusDays(day), List.of(tally(CHINA, day + 1, 0)), 28);
        }

        assertThat(exposure.places()).singleElement().satisfies(place -> {
            assertThat(place.requests()).hasSize(28);
            assertThat(place.requests()).containsKey(DAY.plusDays(12)).doesNotContainKey(DAY.plusDays(11));
        });
        assertThat(exposure.closing(DAY.plusDays(90), List.of(), 28).places()).isEmpty();
    }

    private static Provenance from(String region, NetworkType type, Agreement agreement) {
        return new Provenance(new Region(region), type, agreement);
    }

    private static DayTally tally(Provenance from, long requests, long refused) {
        Tally tally = new Tally();
        tally.count(requests, refused, Instant.EPOCH.toEpochMilli(), Instant.EPOCH.toEpochMilli());
        return new DayTally(DAY, from, tally);
    }
}
