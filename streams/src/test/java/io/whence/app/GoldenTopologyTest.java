/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;

/** Renaming a store or a topic loses its content on the next start: whoever does it must see it here. */
class GoldenTopologyTest {

    @Test
    void theTopologyIsTheOneThatIsWrittenDown() throws IOException {
        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("/topology/topology.txt"))) {
            assertThat(TopologyDescription.text()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nothingIsNamedByChance() {
        assertThat(TopologyDescription.text()).doesNotContainPattern("KSTREAM|KTABLE|STATE-STORE");
    }

    @Test
    void anUnnamedStoreWouldBeRefused() {
        TopologyConfig config = new TopologyConfig(new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "test",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)));
        StreamsBuilder builder = new StreamsBuilder(config);
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .groupByKey()
                .count();

        assertThatThrownBy(builder::build).isInstanceOf(TopologyException.class);
    }
}
