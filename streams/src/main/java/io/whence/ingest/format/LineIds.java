/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Event ids for lines that carry none: a hash of the line and of how many lines just like it came before it in its log.
 *
 * <p>The same log read again, under another name, compressed, in pieces or after a crash, gives the same ids, so that
 * nothing counts twice; two equal lines of one log are two requests and get two ids. What it cannot tell apart are
 * equal lines of two logs, as of two gateways that served the same client in the same second: log a request id, or at
 * least milliseconds, to keep those.
 */
final class LineIds {
    /** 128 bits: no two of a trillion lines meet. */
    private static final int BYTES = 16;

    private final MessageDigest sha256 = Sha256.digest();

    /** The id of a line before which {@code earlier} equal lines stand in its log. */
    String of(byte[] line, int earlier) {
        sha256.update(line);
        if (earlier > 0) {
            sha256.update(("\n" + earlier).getBytes(StandardCharsets.US_ASCII)); // no line holds a line feed
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    }
}
