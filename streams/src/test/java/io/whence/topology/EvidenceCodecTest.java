/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.evidence.EvidenceDay;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EvidenceCodecTest {

    private final EvidenceCodec codec = new EvidenceCodec();

    @Test
    void aDayComesBackAsItWas() {
        EvidenceDay day = day();
        day.logIns().add("HOSTING", 3);
        day.logIns().add("EYEBALL", 1);

        EvidenceDay restored = codec.decode(codec.encode(day));

        assertThat(restored).isEqualTo(day);
        assertThat(restored.logIns().countOf("HOSTING")).isEqualTo(3);
    }

    @Test
    void aDayOfTheReleaseBeforeLogInsWereToldApartCanBeRead() {
        byte[] now = codec.encode(day());
        byte[] before = Arrays.copyOf(now, now.length - 2); // an empty sample: its size, and that none was left out
        before[0] = 1;

        assertThat(codec.decode(before)).isEqualTo(day());
    }

    private static EvidenceDay day() {
        EvidenceDay day = new EvidenceDay();
        day.hours()[9] = 40;
        day.consoles().add("US", 4);
        day.networks().add(7L, 40);
        day.delays().count(40, 1, 40, 2);
        day.forged().add("CN>US", 1);
        return day;
    }
}
