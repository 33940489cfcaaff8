/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;

/**
 * Access events as JSON objects, one a line: the native file format. Names are those of the contract; others are passed
 * over, so that a log may say more than we ask. A timestamp is ISO 8601 text, or a whole number of milliseconds.
 */
public final class AccessEventJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private AccessEventJson() {}

    /** Reads one line. */
    public static Decoded<AccessEvent> read(String line) {
        try (var parser = FACTORY.createParser(line)) {
            return new Decoded.Value<>(event(parser));
        } catch (Malformed e) {
            return e.asDecoded();
        } catch (JsonProcessingException e) {
            return ContractJson.notJson(e).asDecoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one line, without the line break. */
    public static String write(AccessEvent event) {
        return Contracts.ACCESS_EVENT.toJson(event);
    }

    private static AccessEvent event(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Malformed(UndecodableReason.MALFORMED_JSON, "is not a JSON object");
        }
        var draft = new AccessEventDraft();
        var seen = EnumSet.noneOf(AccessField.class);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = AccessField.named(parser.currentName());
            parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else if (seen.add(field)) {
                take(field, parser, draft);
            } else {
                throw new Malformed(UndecodableReason.MALFORMED_JSON, field.fieldName(), "is there twice");
            }
        }
        if (parser.nextToken() != null) {
            throw new Malformed(UndecodableReason.MALFORMED_JSON, "goes on after the object");
        }
        return draft.toEvent();
    }

    private static void take(AccessField field, JsonParser parser, AccessEventDraft draft) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        try {
            switch (field.kind()) {
                case IDENTIFIER, TEXT, CHAIN -> draft.text(field, field.text(text(parser, "text")));
                case TIMESTAMP -> draft.timestamp(timestamp(parser));
                case CHANNEL -> draft.channel(channel(parser));
                case STATUS -> draft.status(status(parser));
                case MILLIS -> draft.millis(field, millis(parser));
            }
        } catch (Malformed e) {
            throw e.in(field.fieldName());
        }
    }

    private static String text(JsonParser parser, String expected) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(expected);
        }
        return parser.getText();
    }

    private static Instant timestamp(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && isLong(parser)) {
            return Instant.ofEpochMilli(parser.getLongValue());
        }
        var text = text(parser, "a moment like 2024-07-09T00:00:00Z or whole milliseconds");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, "is not a moment like 2024-07-09T00:00:00Z");
        }
    }

    private static Channel channel(JsonParser parser) throws IOException {
        return switch (text(parser, "API or CONSOLE")) {
            case "API", "UNKNOWN" -> Channel.API;
            case "CONSOLE" -> Channel.CONSOLE;
            default -> throw new Malformed(UndecodableReason.INVALID_VALUE, "is neither API nor CONSOLE");
        };
    }

    private static int status(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() != JsonParser.NumberType.INT) {
            throw wrong("a whole number");
        }
        return parser.getIntValue();
    }

    private static float millis(JsonParser parser) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            throw wrong("a number");
        }
        return parser.getFloatValue();
    }

    private static boolean isLong(JsonParser parser) throws IOException {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    private static Malformed wrong(String expected) {
        return new Malformed(UndecodableReason.WRONG_TYPE, "is not " + expected);
    }
}
