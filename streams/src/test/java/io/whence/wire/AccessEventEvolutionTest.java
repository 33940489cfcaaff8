/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of older, newer and other people's schemas. */
class AccessEventEvolutionTest {
    private static final Schema CONTRACT = io.whence.contracts.AccessEvent.getClassSchema();

    private static final Schema TREE = new Schema.Parser().parse("""
            {"type": "record", "name": "Tree", "fields": [{"name": "left", "type": ["null", "Tree"], "default": null}]}
            """);

    private final SchemaRegistry registry = Wire.registry();
    private final AccessEventDecoder decoder = new AccessEventDecoder(registry);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void anOlderWriterLacksFieldsThatHaveDefaults() {
        var writer = writer(fields -> {
            fields.removeIf(field -> field.hasDefaultValue());
            return fields;
        });

        var event = read(writer, record -> {});

        assertThat(event.projectId()).isNull();
        assertThat(event.channel()).isEqualTo(Channel.API);
        assertThat(event.endUserId()).isNull();
        assertThat(event.path()).isEqualTo("/");
    }

    @Test
    void aNewerWriterHasFieldsWeDoNotKnow() {
        var extra = SchemaBuilder.record("Extra")
                .fields()
                .name("list")
                .type()
                .array()
                .items()
                .map()
                .values()
                .longType()
                .noDefault()
                .name("hash")
                .type()
                .fixed("Md5")
                .size(16)
                .noDefault()
                .name("tree")
                .type(TREE)
                .noDefault()
                .endRecord();
        var writer = writer(fields -> {
            fields.add(3, new Schema.Field("extra", extra, "new"));
            return fields;
        });

        var event = read(writer, record -> {
            var value = new GenericData.Record(extra);
            value.put("list", List.of(Map.of("a", 1L, "b", Long.MIN_VALUE), Map.of()));
            value.put("hash", new GenericData.Fixed(extra.getField("hash").schema(), new byte[16]));
            value.put("tree", new GenericData.Record(extra.getField("tree").schema()));
            record.put("extra", value);
        });

        assertThat(event.sourceIp()).isEqualTo("203.0.113.9");
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        var writer = writer(fields -> {
            Collections.reverse(fields);
            return fields;
        });

        assertThat(read(writer, record -> record.put("user_agent", "curl")).userAgent())
                .isEqualTo("curl");
    }

    @Test
    void aSmallerNumberTypeIsWidened() {
        var writer = writer(fields -> {
            replace(fields, "timestamp", Schema.create(Schema.Type.INT));
            replace(fields, "tcp_rtt_millis", Schema.create(Schema.Type.LONG));
            return fields;
        });

        var event = read(writer, record -> {
            record.put("timestamp", 1_000);
            record.put("tcp_rtt_millis", 25L);
        });

        assertThat(event.timestamp().toEpochMilli()).isEqualTo(1_000);
        assertThat(event.tcpRttMillis()).isEqualTo(25f);
    }

    @Test
    void microsecondsAreNotMistakenForMilliseconds() {
        for (var unit : List.of(LogicalTypes.timestampMicros(), LogicalTypes.timestampNanos())) {
            long factor = unit.equals(LogicalTypes.timestampMicros()) ? 1_000 : 1_000_000;
            var type = unit.addToSchema(Schema.create(Schema.Type.LONG));
            var writer = writer(fields -> replace(fields, "timestamp", type));

            var event = read(writer, record -> record.put("timestamp", Wire.NOON.toEpochMilli() * factor));

            assertThat(event.timestamp()).as(unit.getName()).isEqualTo(Wire.NOON);
        }
    }

    @Test
    void everythingMayBeNullableAsLongAsItIsThere() {
        var writer = writer(fields -> {
            fields.replaceAll(field -> new Schema.Field(
                    field.name(),
                    field.schema().isUnion()
                            ? field.schema()
                            : Schema.createUnion(Schema.create(Schema.Type.NULL), field.schema())));
            return fields;
        });

        assertThat(read(writer, record -> {}).organizationId()).isEqualTo("org-1");
        var missing = decoder.decode(bytes(writer, record -> record.put("organization_id", null)));
        assertThat(missing)
                .isEqualTo(new Decoded.Undecodable<>(UndecodableReason.MISSING_FIELD, "organization_id", "is missing"));
    }

    @Test
    void aChannelOfTheFutureCountsAsTheApi() {
        var channel = Schema.createEnum("Channel", null, "io.whence.contracts", List.of("BATCH", "CONSOLE"));
        var writer = writer(fields -> replace(fields, "channel", channel));

        for (var symbol : channel.getEnumSymbols()) {
            var event = read(writer, record -> record.put("channel", new GenericData.EnumSymbol(channel, symbol)));
            assertThat(event.channel()).isEqualTo(symbol.equals("CONSOLE") ? Channel.CONSOLE : Channel.API);
        }
    }

    @Test
    void aFieldThatIsMissingWithoutDefaultMakesTheSchemaIncompatible() {
        var writer = writer(fields -> {
            fields.removeIf(field -> field.name().equals("source_ip"));
            return fields;
        });
        int id = Wire.register(writer, registry);

        assertThat(decoder.decode(Wire.framed(id, new byte[0])))
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.INCOMPATIBLE_SCHEMA, "source_ip", "is not in the writer's schema"));
    }

    @Test
    void aFieldOfAnotherTypeMakesTheSchemaIncompatible() {
        var writer = writer(fields -> replace(fields, "status", Schema.create(Schema.Type.STRING)));

        var decoded = decoder.decode(bytes(writer, record -> record.put("status", "200")));

        assertThat(decoded)
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.INCOMPATIBLE_SCHEMA, "status", "cannot be read from string"));
    }

    @Test
    void nestingAsDeepAsAMessageDoesNotOverflowTheStack() {
        var writer = writer(fields -> {
            fields.add(0, new Schema.Field("tree", TREE));
            return fields;
        });
        int id = Wire.register(writer, registry);
        var deep = new byte[20_000];
        Arrays.fill(deep, (byte) 2);

        var decoded = decoder.decode(Wire.framed(id, deep));

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> {
            assertThat(undecodable.reason()).isEqualTo(UndecodableReason.MALFORMED_BODY);
            assertThat(undecodable.field()).isEqualTo("tree");
        });
    }

    @Test
    void anArrayOfNothingsIsNotCountedForEver() {
        var nothings = Schema.createArray(Schema.create(Schema.Type.NULL));
        var writer = writer(fields -> {
            fields.add(0, new Schema.Field("nothings", nothings));
            return fields;
        });
        int id = Wire.register(writer, registry);
        var endless = new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 0};
        endless[0] = (byte) 0xfe;

        assertThat(decoder.decode(Wire.framed(id, endless)))
                .isEqualTo(new Decoded.Undecodable<>(
                        UndecodableReason.MALFORMED_BODY, "nothings", "more than 1000000 items"));
    }

    static Stream<Path> releases() throws Exception {
        var released = new File("../schemas/contracts/src/main/avro-released").toPath();
        try (var files = Files.walk(released)) {
            return files.filter(file -> file.endsWith("AccessEvent.avsc")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyReleaseIsRead(Path release) throws Exception {
        var writer = new Schema.Parser().parse(release.toFile());

        assertThat(read(writer, record -> record.put("edge_location", "FRA")).edgeLocation())
                .isEqualTo("FRA");
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** The oracle is Avro's own reader: what it reads from any compatible writer, ours reads too. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAvroOnRandomWritersAndRecords(int seed) throws Exception {
        var random = new Random(seed);
        var writer = RandomWriters.like(CONTRACT, random);
        var record = RandomWriters.record(writer, random);
        var body = Wire.body(record);

        var ours = decoder.decode(Wire.framed(Wire.register(writer, registry), body));

        var avro = new SpecificDatumReader<io.whence.contracts.AccessEvent>(writer, CONTRACT, AvroModel.DATA)
                .read(null, DecoderFactory.get().binaryDecoder(body, null));
        assertThat(ours)
                .as("seed %d, writer %s", seed, writer)
                .isEqualTo(new Decoded.Value<>(AccessEvents.fromAvro(avro)));
    }

    private AccessEvent read(Schema writer, Consumer<GenericRecord> change) {
        var decoded = decoder.decode(bytes(writer, change));
        assertThat(decoded).isInstanceOf(Decoded.Value.class);
        return ((Decoded.Value<AccessEvent>) decoded).value();
    }

    private byte[] bytes(Schema writer, Consumer<GenericRecord> change) {
        var record = new GenericData.Record(writer);
        Wire.fillRequired(record);
        change.accept(record);
        return Wire.framed(Wire.register(writer, registry), Wire.body(record));
    }

    /** The contract with other fields. */
    private static Schema writer(UnaryOperator<List<Schema.Field>> change) {
        var fields = new ArrayList<Schema.Field>();
        CONTRACT.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return Schema.createRecord("AccessEvent", "", "io.whence.contracts", false, change.apply(fields));
    }

    private static List<Schema.Field> replace(List<Schema.Field> fields, String name, Schema type) {
        fields.replaceAll(field -> field.name().equals(name) ? new Schema.Field(name, type) : field);
        return fields;
    }
}
