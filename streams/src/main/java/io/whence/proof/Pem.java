/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of a key in its textual form (RFC 7468). */
final class Pem {

    private Pem() {}

    /**
     * Reads the first block of a kind.
     *
     * @throws IllegalArgumentException when there is none
     */
    static byte[] block(String pem, String kind) {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("holds no -----BEGIN " + kind + "-----");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
