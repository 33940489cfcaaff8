/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Refusal;
import io.whence.domain.cases.Refusals;
import io.whence.domain.cases.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsCodecTest {

    private static final Instant FROM = Instant.parse("2024-07-14T00:00:00Z");

    private final RefusalsCodec codec = new RefusalsCodec();

    @Test
    void restoresWhatItStored() {
        Refusal region = new Refusal(Scope.LOCATION, "UA-43", "openai-api", "notice-1", FROM, FROM.plusSeconds(7));
        Refusal key = new Refusal(Scope.KEY, "key-1", "openai-api", "notice-2", FROM, FROM.plusSeconds(604_800));
        BitSet minutes = new BitSet();
        minutes.set(0);
        minutes.set(1_439);
        Refusals refusals = new Refusals(
                List.of(region, key),
                List.of(new Leak("org-1", "WAW", key, LocalDate.parse("1969-12-31"), minutes, Long.MAX_VALUE, false)));

        assertThat(codec.decode(codec.encode(refusals))).isEqualTo(refusals);
        assertThat(codec.decode(codec.encode(Refusals.NONE))).isEqualTo(Refusals.NONE);
    }
}
