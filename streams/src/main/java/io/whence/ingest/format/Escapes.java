/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What nginx and Apache write for characters a log line cannot hold. */
final class Escapes {
    private static final String LETTERS = "nrtbvf";
    private static final String MEANT = "\n\r\t\b\013\f";

    private Escapes() {}

    /** Undoes {@code \xHH}, {@code \"}, {@code \\} and {@code \n}; what is no escape stays as it is. */
    static String decode(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int backslash = text.indexOf('\\', at);
            int end = backslash < 0 ? text.length() : backslash;
            bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = backslash < 0 ? end : escape(text, backslash, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int escape(String text, int backslash, ByteArrayOutputStream bytes) {
        if (backslash + 1 == text.length()) {
            bytes.write('\\');
            return backslash + 1;
        }
        char kind = text.charAt(backslash + 1);
        if (kind == 'x' && backslash + 3 < text.length()) {
            int high = Character.digit(text.charAt(backslash + 2), 16);
            int low = Character.digit(text.charAt(backslash + 3), 16);
            if (high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                return backslash + 4;
            }
        }
        int letter = LETTERS.indexOf(kind);
        if (letter >= 0) {
            bytes.write(MEANT.charAt(letter));
            return backslash + 2;
        }
        boolean escaped = kind == '"' || kind == '\\';
        bytes.write(escaped ? kind : '\\');
        return backslash + (escaped ? 2 : 1);
    }
}
