/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCodecsTest {

    @Test
    void restoreATransition() {
        CaseEvent event = event(7, "action-1");

        assertThat(roundTrip(event)).isEqualTo(event);
        assertThat(roundTrip(event(1, null))).isEqualTo(event(1, null));
    }

    private static CaseEvent event(long sequence, String actionId) {
        return new CaseEvent(
                "case-1",
                "org-1",
                "openai-api",
                sequence,
                Instant.parse("2024-07-09T00:00:00Z"),
                "NOTICED",
                "ENFORCED",
                "ENFORCEMENT",
                "the grace is over",
                CaseEvent.SYSTEM,
                actionId,
                List.of("notice-1", "notice-2"),
                CaseEvent.NO_HASH,
                "f".repeat(64));
    }

    private static CaseEvent roundTrip(CaseEvent event) {
        CaseEventCodec codec = new CaseEventCodec();
        return codec.decode(codec.encode(event));
    }

    @Test
    void restoreATotal() {
        RegionTotalCodec codec = new RegionTotalCodec();
        RegionTotal total = new RegionTotal(
                LocalDate.of(1969, 12, 31),
                new Region("UA-43"),
                Standing.UNSUPPORTED,
                Long.MAX_VALUE,
                7,
                3,
                Collections.nCopies(24, 300L));

        assertThat(codec.decode(codec.encode(total))).isEqualTo(total);
        assertThat(codec.encode(total)).hasSizeLessThan(100);
    }

    @Test
    void keysOfTotalsLieInTheOrderOfDays() {
        assertThat(StoreKey.ofTotals(LocalDate.of(1969, 12, 31)))
                .isLessThan(StoreKey.ofTotals(LocalDate.of(1970, 1, 1)));
        assertThat(StoreKey.ofTotal(
                        new RegionTotal.Place(LocalDate.of(2024, 7, 9), new Region("CN"), Standing.UNSUPPORTED)))
                .isBetween(StoreKey.ofTotals(LocalDate.of(2024, 7, 9)), StoreKey.ofTotals(LocalDate.of(2024, 7, 10)));
    }
}
