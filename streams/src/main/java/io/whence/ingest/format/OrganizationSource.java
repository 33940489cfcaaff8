/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.MISSING_ORGANIZATION;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the organization of a line comes from, as {@code --organization} says it.
 *
 * @param kind the word before the colon
 * @param value the name of a field or header, or the constant itself
 */
public record OrganizationSource(Kind kind, String value) {
    /** The four ways. */
    public enum Kind {
        /** The text of a field of the line. */
        FIELD,
        /** The text of a request header that the log has. */
        HEADER,
        /** The same organization for every line. */
        CONSTANT,
        /** {@code org-} and twelve hexadecimal digits of the SHA-256 of a field's text. */
        HASH
    }

    /** Reads {@code field:NAME}, {@code header:NAME}, {@code constant:VALUE} or {@code hash:NAME}. */
    public static OrganizationSource parse(String text) {
        int colon = text.indexOf(':');
        var word = colon < 0 ? text : text.substring(0, colon);
        for (var kind : Kind.values()) {
            if (colon >= 0 && colon + 1 < text.length() && kind.name().equalsIgnoreCase(word)) {
                return new OrganizationSource(kind, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException(
                "\"" + text
                        + "\" does not say where the organization is; say field:NAME, header:NAME, constant:VALUE or hash:NAME");
    }

    String read(RawFields line) throws UnreadableLineException {
        var text = raw(line);
        if (kind == Kind.HASH && text != null) {
            return hash(text); // of the dash as well: a client that leaves a header out is not to get out of the count
        }
        if (text == null || text.isBlank() || text.equals("-")) {
            throw new UnreadableLineException(MISSING_ORGANIZATION, value, "no " + this + " in this line");
        }
        return text.strip();
    }

    private @Nullable String raw(RawFields line) throws UnreadableLineException {
        return switch (kind) {
            case FIELD, HASH -> line.field(value);
            case HEADER -> line.header(value);
            case CONSTANT -> value;
        };
    }

    private static String hash(String text) {
        return "org-" + Sha256.hex(text.getBytes(StandardCharsets.UTF_8), 6);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
