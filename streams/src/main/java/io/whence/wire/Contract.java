/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * One kind of record on a topic: its Avro form on the wire, and its JSON form in files and over HTTP.
 *
 * @param <D> what it is in the domain
 */
public final class Contract<D> {
    private final Mapping<D, ? extends SpecificRecord> mapping;

    Contract(Mapping<D, ? extends SpecificRecord> mapping) {
        this.mapping = mapping;
        AvroModel.trustContracts();
    }

    /** The schema as registered, in Avro's JSON. */
    public String schema() {
        return SchemaFormatter.format("json/pretty", mapping.schema());
    }

    /** The unqualified name of the record, such as {@code Notice}. */
    public String name() {
        return mapping.schema().getName();
    }

    /** One line of JSON: names as in the contract and in its order, moments in ISO 8601, bytes in Base64. */
    public String toJson(D value) {
        return ContractJson.write(mapping.toAvro().apply(value));
    }

    /** Reads what {@link #toJson} writes; names that the contract does not have are refused. */
    public Decoded<D> fromJson(String json) {
        return fromJson(mapping, json);
    }

    /** Both ends for Kafka, with schemas under the subject that the registry's settings name. */
    public Serde<D> serde(SchemaRegistry registry, Patience patience) {
        return Serdes.serdeFrom(serializer(registry, patience), deserializer(registry, patience));
    }

    /** The writing end; a registry that stays away ends in {@link RegistryUnavailableException}. */
    public Serializer<D> serializer(SchemaRegistry registry, Patience patience) {
        return new ContractSerializer<>(mapping, registry, patience);
    }

    /**
     * The reading end for records that we or our tools wrote: one that cannot be read is a
     * {@link SerializationException}. Where others write, use {@link #decoder}.
     */
    public Deserializer<D> deserializer(SchemaRegistry registry, Patience patience) {
        var decoder = new RetryingDecoder<>(decoder(registry), patience);
        return (topic, value) -> value == null ? null : valueOf(decoder.decode(value), topic);
    }

    /** The reading end for records of which anything must be expected. Safe for use by several threads. */
    public RecordDecoder<D> decoder(SchemaRegistry registry) {
        return decoder(mapping, registry);
    }

    /** Reads records as {@link #toJson} would write them, without the domain. Safe for use by several threads. */
    public RecordDecoder<String> jsonDecoder(SchemaRegistry registry) {
        return new FramedDecoder<>(registry.writerSchemas(), writer -> {
            var reader = ContractReader.of(writer, mapping.schema());
            return (value, from) -> ContractJson.write(reader.read(value, from));
        });
    }

    private static <D, A extends SpecificRecord> RecordDecoder<D> decoder(Mapping<D, A> mapping, SchemaRegistry from) {
        return new FramedDecoder<>(from.writerSchemas(), writer -> reader(mapping, writer));
    }

    private static <D, A extends SpecificRecord> BodyReader<D> reader(Mapping<D, A> mapping, Schema writer) {
        ContractReader<A> reader = ContractReader.of(writer, mapping.schema());
        return (value, from) -> mapping.fromAvro(reader.read(value, from));
    }

    private static <D, A extends SpecificRecord> Decoded<D> fromJson(Mapping<D, A> mapping, String json) {
        try {
            A read = ContractJson.read(json.getBytes(StandardCharsets.UTF_8), mapping.schema());
            return new Decoded.Value<>(mapping.fromAvro(read));
        } catch (Malformed e) {
            return e.asDecoded();
        }
    }

    private static <D> D valueOf(Decoded<D> decoded, String topic) {
        if (decoded instanceof Decoded.Undecodable<D> undecodable) {
            throw new SerializationException(topic + ": " + undecodable.reason() + " "
                    + (undecodable.field() == null ? "" : undecodable.field() + " ") + undecodable.message());
        }
        return ((Decoded.Value<D>) decoded).value();
    }
}
