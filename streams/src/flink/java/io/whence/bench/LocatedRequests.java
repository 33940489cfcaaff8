/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.geo.GeoSourceException;
import io.whence.wire.SchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Of each request the organization, and the region it came from. */
final class LocatedRequests implements KafkaRecordDeserializationSchema<Tuple2<String, String>> {

    private static final long serialVersionUID = 1;

    private final String registry;
    private final String origins;
    private transient @Nullable Located located;

    LocatedRequests(String registry, String origins) {
        this.registry = registry;
        this.origins = origins;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) throws GeoSourceException {
        located = Located.by(SchemaRegistry.connect(Map.of("schema.registry.url", registry), Clock.systemUTC()), Path.of(origins));
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> read, Collector<Tuple2<String, String>> requests)
            throws IOException {
        String organization = new String(read.key(), StandardCharsets.UTF_8);
        requests.collect(Tuple2.of(organization, located.countryOf(read.value())));
    }

    @Override
    public TypeInformation<Tuple2<String, String>> getProducedType() {
        return Types.TUPLE(Types.STRING, Types.STRING);
    }
}
