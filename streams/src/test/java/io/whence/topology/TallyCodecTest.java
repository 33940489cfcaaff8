/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Tally;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyCodecTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20240624})
    void keepsEverythingThatWasCounted(long seed) {
        Random random = new Random(seed);
        Tally tally = new Tally();
        for (int request = random.nextInt(3_000); request >= 0; request--) {
            Instant at = Instant.parse("2024-06-24T00:00:00Z").plusSeconds(random.nextInt(86_400));
            tally.count(at, random.nextInt(10) == 0);
            tally.keys().add("key-" + random.nextInt(100), 1);
            tally.networks().add(new Egress("10." + random.nextInt(9) + ".0.0/24", random.nextInt(5), null), 1);
            tally.addresses().add(random.nextLong(), 1);
        }

        TallyCodec codec = new TallyCodec();
        Tally restored = codec.decode(codec.encode(tally));

        assertThat(restored.requests()).isEqualTo(tally.requests());
        assertThat(restored.refused()).isEqualTo(tally.refused());
        assertThat(restored.firstSeen()).isEqualTo(tally.firstSeen());
        assertThat(restored.lastSeen()).isEqualTo(tally.lastSeen());
        assertThat(restored.hours()).isEqualTo(tally.hours());
        assertThat(restored.keys()).isEqualTo(tally.keys());
        assertThat(restored.networks()).isEqualTo(tally.networks());
        assertThat(restored.addresses()).isEqualTo(tally.addresses());
        assertThat(restored.addresses().distinct()).isEqualTo(tally.addresses().distinct());
    }
}
