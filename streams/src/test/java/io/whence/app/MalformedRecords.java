/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.AccessEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records of the kinds that gateways, attackers and accidents put on a topic, each with the reason it is refused for.
 */
final class MalformedRecords {

    static final String ORGANIZATION = "junk-inc";
    private static final int HEADER = 5;
    private static final String TIME = "2024-06-24T12:00:00Z";

    private final List<Kind> kinds = new ArrayList<>();
    private final Function<AccessEvent, byte[]> encoder;
    private final byte[] good;

    /**
     * One kind of record.
     *
     * @param name what is wrong with it
     * @param key its key
     * @param value its value
     * @param reason the reason code it must be buried under
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes to be sent, not compared
    record Kind(String name, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    private MalformedRecords(Function<AccessEvent, byte[]> encoder) {
        this.encoder = encoder;
        this.good = encoder.apply(Scenario.event(ORGANIZATION, "0123456789", TIME, "8.8.8.8"));
    }

    /**
     * All of them.
     *
     * @param encoder makes the value of a record
     * @param otherSchemaId id of a schema of another subject
     */
    static List<Kind> all(Function<AccessEvent, byte[]> encoder, int otherSchemaId) {
        MalformedRecords records = new MalformedRecords(encoder);
        records.framing(otherSchemaId);
        records.otherFormats();
        records.bodies();
        records.identifiers();
        records.values();
        return records.kinds;
    }

    private void framing(int otherSchemaId) {
        add("null value", null, "NULL_VALUE");
        add("empty value", new byte[0], "EMPTY_VALUE");
        add("one byte", new byte[] {0}, "TRUNCATED_HEADER");
        add("three bytes of id", new byte[] {0, 0, 0, 1}, "TRUNCATED_HEADER");
        add("wrong magic byte", withByte(0, 7), "WRONG_MAGIC_BYTE");
        add("unknown schema id", withId(987_654), "UNKNOWN_SCHEMA_ID");
        add("negative schema id", withId(-1), "UNKNOWN_SCHEMA_ID");
        add("schema of another subject", withId(otherSchemaId), "INCOMPATIBLE_SCHEMA");
        add("header without body", Arrays.copyOf(good, HEADER), "TRUNCATED_BODY");
        kinds.add(new Kind("no key", null, good, "KEY_MISMATCH"));
        kinds.add(new Kind("another organization's key", text("acme"), good, "KEY_MISMATCH"));
    }

    private void otherFormats() {
        add("JSON", text("{\"event_id\":\"1\"}"), "WRONG_MAGIC_BYTE");
        add("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}, "WRONG_MAGIC_BYTE");
        add("Protobuf", new byte[] {10, 3, 'a', 'b', 'c'}, "WRONG_MAGIC_BYTE");
        add("serialized Java", new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'}, "WRONG_MAGIC_BYTE");
        add("XML with entities", text("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///'>]><a>&b;</a>"), "WRONG_MAGIC_BYTE");
    }

    private void bodies() {
        add("cut in the first field", Arrays.copyOf(good, HEADER + 4), "TRUNCATED_BODY");
        add("cut in the middle", Arrays.copyOf(good, good.length / 2), "TRUNCATED_BODY");
        add("last byte missing", Arrays.copyOf(good, good.length - 1), "TRUNCATED_BODY");
        add("bytes after the end", Arrays.copyOf(good, good.length + 3), "TRAILING_BYTES");
        add("text that is not UTF-8", withByte(HEADER + 3, 0xff), "INVALID_UTF8");
        add("half a surrogate", withBytes(HEADER + 3, 0xed, 0xa0, 0x80), "INVALID_UTF8");
        add("negative length", withBody(1), "MALFORMED_BODY");
        add("length of two gigabytes", withBody(0xfe, 0xff, 0xff, 0xff, 0x0f), "TRUNCATED_BODY");
        add(
                "length of an exabyte",
                withBody(0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1),
                "TRUNCATED_BODY");
        add(
                "eleven-byte number",
                withBody(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1),
                "MALFORMED_BODY");
        add("union branch that is not there", withByte(afterOrganization(), 10), "MALFORMED_BODY");
        add("negative union branch", withByte(afterOrganization(), 1), "MALFORMED_BODY");
        add("channel that is not there", withByte(afterKey(), 40), "MALFORMED_BODY");
    }

    private void identifiers() {
        addEvent("no event id", event("", ORGANIZATION, TIME, 200), "MISSING_EVENT_ID");
        addEvent("no organization", event("1", "", TIME, 200), "MISSING_ORGANIZATION");
        for (String hostile : List.of(
                "a\u0000b",
                "a/../b",
                "a%00b",
                "a\r\nb",
                "a;b",
                "a'b",
                "a\"b",
                "<script>",
                "\u202Eevil",
                "a\u200Bb",
                "\u0430cme",
                " acme")) {
            addEvent("organization " + hostile, event("1", hostile, TIME, 200), "INVALID_ORGANIZATION");
        }
        addEvent("organization of 300 kB", event("1", "o".repeat(300_000), TIME, 200), "FIELD_TOO_LONG");
        addEvent("event id of 300 kB", event("e".repeat(300_000), ORGANIZATION, TIME, 200), "FIELD_TOO_LONG");
    }

    private void values() {
        addEvent("status 99", event("1", ORGANIZATION, TIME, 99), "INVALID_STATUS");
        addEvent("status 1000", event("1", ORGANIZATION, TIME, 1000), "INVALID_STATUS");
        addEvent("round trip that is no number", withRoundTrip(Float.NaN), "INVALID_NUMBER");
        addEvent("endless round trip", withRoundTrip(Float.POSITIVE_INFINITY), "INVALID_NUMBER");
        addEvent("negative round trip", withRoundTrip(-1), "INVALID_NUMBER");
        for (long millis : List.of(-1L, 0L, 1L, 1_719_230_400L, 1_719_230_400_000_000L, Long.MAX_VALUE / 1000)) {
            String time = Instant.ofEpochMilli(millis).toString();
            addEvent("time " + millis, event("1", ORGANIZATION, time, 200), "TIMESTAMP_OUT_OF_RANGE");
        }
        addEvent("from the future", event("1", ORGANIZATION, "2099-01-01T00:00:00Z", 200), "FUTURE_TIMESTAMP");
    }

    private static AccessEvent event(String id, String organization, String time, int status) {
        return Scenario.event(organization, id, time, "8.8.8.8", "/v1", status);
    }

    private static AccessEvent withRoundTrip(float millis) {
        AccessEvent event = event("1", ORGANIZATION, TIME, 200);
        return new AccessEvent(
                event.eventId(),
                event.timestamp(),
                event.organizationId(),
                null,
                null,
                event.channel(),
                event.sourceIp(),
                null,
                event.method(),
                event.path(),
                event.status(),
                null,
                null,
                null,
                millis,
                null,
                null,
                null);
    }

    private void add(String name, byte @Nullable [] value, String reason) {
        kinds.add(new Kind(name, text(ORGANIZATION), value, reason));
    }

    private void addEvent(String name, AccessEvent event, String reason) {
        kinds.add(new Kind(name, text(event.organizationId()), encoder.apply(event), reason));
    }

    /** Behind the event id of 10 letters, the time of 6 bytes and the organization: the project's union branch. */
    private int afterOrganization() {
        return HEADER + 1 + 10 + 6 + 1 + ORGANIZATION.length();
    }

    /** Behind the project, which is null, and the key: the channel. */
    private int afterKey() {
        return afterOrganization() + 1 + 1 + 1 + "key-1".length();
    }

    private byte[] withByte(int position, int value) {
        return withBytes(position, value);
    }

    private byte[] withBytes(int position, int... values) {
        byte[] changed = good.clone();
        for (int i = 0; i < values.length; i++) {
            changed[position + i] = (byte) values[i];
        }
        return changed;
    }

    private byte[] withId(int id) {
        byte[] changed = good.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }

    private byte[] withBody(int... body) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(good, 0, HEADER);
        for (int value : body) {
            record.write(value);
        }
        return record.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
