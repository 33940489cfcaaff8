/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.LINE_TOO_LONG;
import static io.whence.ingest.format.UnreadableReason.MISSING_ORGANIZATION;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.AccessRules;
import io.whence.domain.access.RejectionReason;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one log, in order, into access events; never fails, whatever the line. */
public final class EventParser {
    private final LogFormat format;
    private final LineParser lines;
    private final @Nullable OrganizationSource organization;
    private final LineIds ids = new LineIds();

    EventParser(LogFormat format, @Nullable OrganizationSource organization) {
        this.format = format;
        this.lines = format.newLineParser();
        this.organization = organization;
    }

    /**
     * What a line says.
     *
     * @param earlier how many lines just like it came before it in its log, see {@link LineIds}
     */
    public ParsedLine parse(LogLine line, int earlier) {
        if (line.isBlank()) {
            return ParsedLine.Nothing.INSTANCE;
        }
        try {
            var fields = fields(line);
            return fields == null
                    ? ParsedLine.Nothing.INSTANCE
                    : new ParsedLine.Event(event(fields, ids.of(line.bytes(), earlier)));
        } catch (UnreadableLineException e) {
            return Unreadable.of(line, e);
        }
    }

    private @Nullable RawFields fields(LogLine line) throws UnreadableLineException {
        if (line.isCut()) {
            throw new UnreadableLineException(LINE_TOO_LONG, null, "longer than a reader keeps");
        }
        return lines.parse(line.text());
    }

    private AccessEvent event(RawFields fields, String lineId) throws UnreadableLineException {
        var mapped = new MappedLine(fields, format.fields());
        var event = mapped.event(organization(fields, mapped), lineId);
        var rejection = AccessRules.check(event, AccessRules.LATEST); // no reading depends on when it is done
        if (rejection.isPresent()) {
            throw new UnreadableLineException(
                    reason(rejection.get().reason()),
                    rejection.get().field(),
                    rejection.get().message());
        }
        return event;
    }

    private static UnreadableReason reason(RejectionReason rejected) {
        return switch (rejected) {
            case FIELD_TOO_LONG -> UnreadableReason.FIELD_TOO_LONG;
            case TIMESTAMP_OUT_OF_RANGE, FUTURE_TIMESTAMP -> UnreadableReason.BAD_TIMESTAMP;
            case MISSING_ORGANIZATION -> UnreadableReason.MISSING_ORGANIZATION;
            case MISSING_EVENT_ID -> UnreadableReason.MISSING_FIELD;
            case INVALID_ORGANIZATION, INVALID_STATUS, INVALID_NUMBER -> UnreadableReason.BAD_VALUE;
        };
    }

    private String organization(RawFields fields, MappedLine mapped) throws UnreadableLineException {
        if (organization != null) {
            return organization.read(fields);
        }
        var text = mapped.text(Field.ORGANIZATION_ID);
        if (text == null) {
            throw new UnreadableLineException(
                    MISSING_ORGANIZATION, Field.ORGANIZATION_ID.label(), "organization_id is missing");
        }
        return text;
    }
}
