/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.EvidenceFiles;
import io.whence.domain.access.IpAddress;
import io.whence.domain.access.Products;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Unlocated;
import io.whence.topology.TallyRules;
import io.whence.wire.SchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;

/** The topology in words: what Kafka Streams says of it, for people and for the golden file. */
public final class TopologyDescription {

    private TopologyDescription() {}

    /** The description, as Kafka Streams gives it. */
    public static String text() {
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        try (SchemaRegistry registry =
                SchemaRegistry.connect(Map.of("schema.registry.url", "mock://description"), clock)) {
            Wiring wiring = new Wiring(registry, Waiting.forNothing(clock));
            StreamsConfig config = new StreamsConfig(Map.of(
                    StreamsConfig.APPLICATION_ID_CONFIG,
                    "whence",
                    StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                    "none:9092",
                    StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
                    StreamsConfig.OPTIMIZE,
                    StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                    true));
            TallyRules rules = new TallyRules(
                    Duration.ofHours(6),
                    Duration.ofMinutes(15),
                    400,
                    () -> null,
                    List.of(),
                    Products.NONE,
                    EvidenceFiles.bundled());
            return wiring.topology(wiring.stores(0), TrustedProxies.none(), new Nowhere(), rules, new byte[1])
                    .build(new TopologyConfig(config))
                    .describe()
                    .toString();
        }
    }

    /** Knows no address. */
    private static final class Nowhere implements OriginLocator {
        @Override
        public Origin locate(IpAddress address) {
            return Origin.unlocated(Unlocated.NOT_IN_DATABASE);
        }

        @Override
        public List<DatabaseBuild> builds() {
            return List.of();
        }
    }
}
