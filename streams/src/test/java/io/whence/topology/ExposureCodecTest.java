/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.Region;
import io.whence.domain.tally.Exposure;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExposureCodecTest {
    private final ExposureCodec codec = new ExposureCodec();

    @Test
    void restoresWhatItStored() {
        var requests = new TreeMap<LocalDate, Long>();
        requests.put(LocalDate.parse("1969-12-01"), 1L);
        requests.put(LocalDate.parse("2024-07-01"), 127L);
        requests.put(LocalDate.parse("2024-07-02"), 128L);
        requests.put(LocalDate.parse("2024-07-28"), Long.MAX_VALUE);
        var exposure = new Exposure(
                LocalDate.parse("2024-07-28"),
                List.of(
                        new Exposure.Place(new Region("CN"), "", requests),
                        new Exposure.Place(new Region("UA-43"), "chat", new TreeMap<>())));

        assertThat(codec.decode(codec.encode(exposure))).isEqualTo(exposure);
    }

    @Test
    void keepsADayInFewBytes() {
        var requests = new TreeMap<LocalDate, Long>();
        for (int day = 0; day < 28; day++) {
            requests.put(LocalDate.parse("2024-07-01").plusDays(day), 5_000L);
        }
        var exposure = new Exposure(
                LocalDate.parse("2024-07-28"), List.of(new Exposure.Place(new Region("CN"), "", requests)));

        assertThat(codec.encode(exposure)).hasSizeLessThan(110);
    }
}
