/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.access.AccessRules;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an access event, and how strictly each is taken.
 *
 * <p>What the provider writes about its customer (identifiers) must be exact. What the customer writes (headers, path)
 * is taken as it is, cut where it is too long: refusing it would let a customer out of being counted by sending junk.
 */
enum AccessField {
    EVENT_ID(Kind.IDENTIFIER, true),
    TIMESTAMP(Kind.TIMESTAMP, true),
    ORGANIZATION_ID(Kind.IDENTIFIER, true),
    PROJECT_ID(Kind.IDENTIFIER, false),
    API_KEY_ID(Kind.IDENTIFIER, false),
    CHANNEL(Kind.CHANNEL, false),
    SOURCE_IP(Kind.TEXT, true),
    FORWARDED_FOR(Kind.CHAIN, false),
    METHOD(Kind.TEXT, true),
    PATH(Kind.TEXT, true),
    STATUS(Kind.STATUS, true),
    USER_AGENT(Kind.TEXT, false),
    ACCEPT_LANGUAGE(Kind.TEXT, false),
    TLS_FINGERPRINT(Kind.IDENTIFIER, false),
    TCP_RTT_MILLIS(Kind.MILLIS, false),
    REQUEST_RTT_MILLIS(Kind.MILLIS, false),
    EDGE_LOCATION(Kind.IDENTIFIER, false),
    END_USER_ID(Kind.TEXT, false);

    /** What a field holds. */
    enum Kind {
        /** Text of the provider's making. */
        IDENTIFIER,
        /** Text of the customer's making. */
        TEXT,
        /** A forwarding chain: its end was written by the proxies nearest to us, so it is cut in front. */
        CHAIN,
        TIMESTAMP,
        CHANNEL,
        STATUS,
        MILLIS
    }

    /** Bytes: any identifier of the length that is allowed fits, whatever its characters. */
    static final int LONGEST_IDENTIFIER = 4 * AccessRules.MAX_IDENTIFIER_LENGTH;

    /** Bytes. */
    static final int LONGEST_TEXT = AccessRules.MAX_REQUEST_TEXT_LENGTH;

    private static final Map<String, AccessField> BY_NAME = byName();

    private final Kind kind;
    private final boolean required;
    private final String fieldName = name().toLowerCase(Locale.ROOT);

    AccessField(Kind kind, boolean required) {
        this.kind = kind;
        this.required = required;
    }

    /** The field of that name in a contract or a file, or null when there is none. */
    static @Nullable AccessField named(String name) {
        return BY_NAME.get(name);
    }

    String fieldName() {
        return fieldName;
    }

    Kind kind() {
        return kind;
    }

    boolean required() {
        return required;
    }

    /** Reads the text of this field from UTF-8. */
    String text(byte[] bytes, int from, int length) {
        return switch (kind) {
            case IDENTIFIER -> identifier(bytes, from, length);
            case CHAIN -> chain(bytes, from, length);
            default -> new String(bytes, from, Math.min(length, LONGEST_TEXT), StandardCharsets.UTF_8);
        };
    }

    /** Takes the text of this field as it came out of JSON. */
    String text(String value) {
        return switch (kind) {
            case IDENTIFIER -> identifier(value);
            case CHAIN ->
                value.length() <= LONGEST_TEXT ? value : afterComma(value.substring(value.length() - LONGEST_TEXT));
            default -> value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
        };
    }

    /** JSON can escape half a character, which UTF-8 has no bytes for. */
    private static String identifier(String value) {
        requireLength(value.length());
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new Malformed(UndecodableReason.INVALID_UTF8, "is not UTF-8");
        }
        return value;
    }

    private static void requireLength(int length) {
        if (length > LONGEST_IDENTIFIER) {
            throw new Malformed(
                    UndecodableReason.FIELD_TOO_LONG,
                    "is " + length + " long where " + LONGEST_IDENTIFIER + " is allowed");
        }
    }

    private static String identifier(byte[] bytes, int from, int length) {
        requireLength(length);
        for (int index = from; index < from + length; index++) {
            if (bytes[index] < 0) {
                return strictly(ByteBuffer.wrap(bytes, from, length));
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Decodes UTF-8 and nothing else. */
    static String strictly(ByteBuffer utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(utf8)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(UndecodableReason.INVALID_UTF8, "is not UTF-8");
        }
    }

    private static String chain(byte[] bytes, int from, int length) {
        int cut = Math.max(0, length - LONGEST_TEXT);
        var text = new String(bytes, from + cut, length - cut, StandardCharsets.UTF_8);
        return cut == 0 ? text : afterComma(text);
    }

    /** What a cut left of the first hop is not that hop. */
    private static String afterComma(String text) {
        return text.substring(text.indexOf(',') + 1);
    }

    private static Map<String, AccessField> byName() {
        var byName = new HashMap<String, AccessField>();
        for (var field : values()) {
            byName.put(field.fieldName, field);
        }
        return byName;
    }
}
