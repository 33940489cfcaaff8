/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.BAD_VALUE;
import static io.whence.ingest.format.UnreadableReason.MISSING_FIELD;
import static io.whence.ingest.format.UnreadableReason.NO_REQUEST;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.AccessRules;
import io.whence.domain.access.Channel;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line seen through a field table: its fields under the names of the contract. */
final class MappedLine {
    private static final int CLIENT_LEFT = 499;

    private final RawFields line;
    private final FieldMap map;

    MappedLine(RawFields line, FieldMap map) {
        this.line = line;
        this.map = map;
    }

    /** The event of the line, of the given organization; {@code lineId} is its id where the line carries none. */
    AccessEvent event(String organization, String lineId) throws UnreadableLineException {
        var request = text(Field.METHOD) == null || text(Field.PATH) == null ? requestLine() : null;
        return new AccessEvent(
                eventId(lineId),
                timestamp(),
                organization,
                text(Field.PROJECT_ID),
                text(Field.API_KEY_ID),
                channel(),
                sourceIp(),
                text(Field.FORWARDED_FOR),
                request == null ? ofRequest(Field.METHOD) : request.method(),
                request == null ? RequestLine.path(ofRequest(Field.PATH)) : request.path(),
                status(),
                text(Field.USER_AGENT),
                text(Field.ACCEPT_LANGUAGE),
                text(Field.TLS_FINGERPRINT),
                millis(Field.TCP_RTT_MILLIS),
                millis(Field.REQUEST_RTT_MILLIS),
                edgeLocation(),
                text(Field.END_USER_ID));
    }

    @Nullable String text(Field field) throws UnreadableLineException {
        for (var source : map.sourcesOf(field)) {
            var text = source.read(line);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The line's own id, if it can be one: a client that may choose it must not choose itself out of the count. */
    private String eventId(String lineId) throws UnreadableLineException {
        var own = text(Field.EVENT_ID);
        return own == null || own.length() > AccessRules.MAX_IDENTIFIER_LENGTH ? lineId : own;
    }

    /** An address that the log leaves out, as of a socket of the same machine, is an event without a place. */
    private String sourceIp() throws UnreadableLineException {
        var text = text(Field.SOURCE_IP);
        if (text == null && isMentioned(Field.SOURCE_IP)) {
            return "-";
        }
        return LoggedAddress.withoutPort(required(Field.SOURCE_IP));
    }

    private boolean isMentioned(Field field) throws UnreadableLineException {
        for (var source : map.sourcesOf(field)) {
            if (source.isMentioned(line)) {
                return true;
            }
        }
        return false;
    }

    private String ofRequest(Field field) throws UnreadableLineException {
        if (text(field) == null && isMentioned(field)) {
            throw new UnreadableLineException(NO_REQUEST, field.label(), "no HTTP request on this connection");
        }
        return required(field);
    }

    private String required(Field field) throws UnreadableLineException {
        var text = text(field);
        if (text == null) {
            throw new UnreadableLineException(MISSING_FIELD, field.label(), field.label() + " is missing");
        }
        return text;
    }

    private @Nullable RequestLine requestLine() throws UnreadableLineException {
        return isMentioned(Field.REQUEST) ? RequestLine.parse(ofRequest(Field.REQUEST)) : null;
    }

    private Instant timestamp() throws UnreadableLineException {
        for (var source : map.sourcesOf(Field.TIMESTAMP)) {
            var text = source.read(line);
            if (text != null) {
                return Timestamps.parse(text, source.unit());
            }
        }
        throw new UnreadableLineException(MISSING_FIELD, Field.TIMESTAMP.label(), "timestamp is missing");
    }

    private Channel channel() throws UnreadableLineException {
        var text = text(Field.CHANNEL);
        return text != null && text.equalsIgnoreCase("CONSOLE") ? Channel.CONSOLE : Channel.API;
    }

    /** Zero, as Envoy and CloudFront write when the client left before the answer, becomes nginx's word for it. */
    private int status() throws UnreadableLineException {
        var text = required(Field.STATUS);
        if (text.equals("0") || text.equals("000")) {
            return CLIENT_LEFT;
        }
        boolean three = text.length() == 3;
        for (int i = 0; three && i < 3; i++) {
            three = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!three || text.charAt(0) < '1' || text.charAt(0) > '5') {
            throw new UnreadableLineException(BAD_VALUE, Field.STATUS.label(), "no HTTP status: \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private @Nullable Float millis(Field field) throws UnreadableLineException {
        for (var source : map.sourcesOf(field)) {
            var text = source.read(line);
            if (text != null) {
                return millis(field, text, source.unit());
            }
        }
        return null;
    }

    private static @Nullable Float millis(Field field, String text, Unit unit) throws UnreadableLineException {
        try {
            double scale = unit == Unit.AUTO ? 1 : (double) unit.nanos() / Unit.MS.nanos();
            float millis = (float) (Double.parseDouble(text) * scale);
            return Float.isFinite(millis) && millis >= 0 ? millis : null;
        } catch (NumberFormatException e) {
            throw new UnreadableLineException(BAD_VALUE, field.label(), "not a number: \"" + text + "\"");
        }
    }

    /** The leading three letters: CloudFront and others number the sites of a city ({@code FRA56-P4}). */
    private @Nullable String edgeLocation() throws UnreadableLineException {
        var text = text(Field.EDGE_LOCATION);
        if (text == null || text.length() < 3 || !text.chars().limit(3).allMatch(Character::isLetter)) {
            return null;
        }
        boolean longer = text.length() > 3 && Character.isLetter(text.charAt(3));
        return longer ? null : text.substring(0, 3).toUpperCase(Locale.ROOT);
    }
}
