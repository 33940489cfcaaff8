/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as CloudFront puts over header values, in older logs twice ({@code %2520} for a space). */
final class PercentEncoding {
    private PercentEncoding() {}

    /** Undoes it, once or twice; a percent sign that encodes nothing stays. */
    static String decode(String text) {
        return text.contains("%25") ? once(once(text)) : once(text);
    }

    private static String once(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int end = percent < 0 ? text.length() : percent;
            bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = percent < 0 ? end : octet(text, percent, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int octet(String text, int percent, ByteArrayOutputStream bytes) {
        int high = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            bytes.write('%');
            return percent + 1;
        }
        bytes.write(high * 16 + low);
        return percent + 3;
    }
}
