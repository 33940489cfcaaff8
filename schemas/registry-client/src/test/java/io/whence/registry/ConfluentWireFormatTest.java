/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

/** The genuine client, under its genuine names, against the registry it brings along for tests. */
class ConfluentWireFormatTest {

    private static final Map<String, Object> SETTINGS = Map.of("schema.registry.url", "mock://wire-format");

    @Test
    void writesTheSchemaIdBeforeTheRecordAndReadsBoth() {
        var schema =
                SchemaBuilder.record("Place").fields().requiredString("code").endRecord();
        var place = new GenericRecordBuilder(schema).set("code", "UA-43").build();

        try (var serializer = new KafkaAvroSerializer();
                var deserializer = new KafkaAvroDeserializer()) {
            serializer.configure(SETTINGS, false);
            deserializer.configure(SETTINGS, false);
            var bytes = serializer.serialize("places", place);

            var wire = ByteBuffer.wrap(bytes);
            assertThat(wire.get()).as("magic byte").isZero();
            assertThat(wire.getInt()).as("schema id").isEqualTo(1);
            assertThat(deserializer.deserialize("places", bytes)).hasToString(place.toString());
        }
    }

    @Test
    void findsTheBearerCredentialsThatWorkWithThisKafka() {
        assertThat(ServiceLoader.load(BearerAuthCredentialProvider.class))
                .extracting(BearerAuthCredentialProvider::alias)
                .contains("STATIC_TOKEN", "CUSTOM");
    }
}
