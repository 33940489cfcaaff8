/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
final class Sha256 {
    private Sha256() {}

    /** The first bytes of the digest as lower-case hexadecimal. */
    static String hex(byte[] bytes, int length) {
        return HexFormat.of().formatHex(digest().digest(bytes), 0, length);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
