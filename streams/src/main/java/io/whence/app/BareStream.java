/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.MaxMindLocator;
import io.whence.wire.SchemaRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The stream of an instance without its API, to be measured.
 *
 * @param streams ready to start; whoever starts it closes it
 * @param registry where it finds schemas
 */
public record BareStream(KafkaStreams streams, SchemaRegistry registry) implements AutoCloseable {

    /**
     * Provides the topics, and puts policies on theirs.
     *
     * @throws TopicProblemException when the topics are not what the application needs
     */
    public static void provide(WhenceConfig config, List<RegionPolicy> policies, InstantSource clock) {
        try (SchemaRegistry registry = SchemaRegistry.connect(Settings.registry(config), clock)) {
            new Provisioning(config, new Wiring(registry, Waiting.forNothing(clock))).provide(policies);
        }
    }

    /**
     * The stream as an instance with these settings runs it, when all origins are found beforehand.
     *
     * @param guarantee a processing guarantee of Kafka Streams; an instance runs exactly once whatever it is told
     * @throws GeoSourceException when a geolocation source cannot be used
     */
    public static BareStream of(WhenceConfig config, String guarantee, InstantSource clock) throws GeoSourceException {
        MaxMindLocator locator = new MaxMindLocator(GeoDatabases.open(Settings.geoSources(config)));
        Settings.compile(locator, config);
        Map<String, Object> settings = new HashMap<>(StreamsSettings.of(config).originals());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        SchemaRegistry registry = SchemaRegistry.connect(Settings.registry(config), clock);
        Wiring wiring = new Wiring(registry, Waiting.forNothing(clock));
        return new BareStream(wiring.stream(config, locator, new StreamsConfig(settings)), registry);
    }

    @Override
    public void close() {
        streams.close();
        registry.close();
    }
}
