/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where and how notices are posted.
 *
 * @param url the receiver
 * @param secret what requests are signed with
 * @param privateAllowed whether the receiver may be in a private network
 * @param timeout longest wait for the receiver
 * @param trust makes encrypted connections; null for the JDK's own
 */
public record WebhookSettings(
        URI url,
        Secret secret,
        boolean privateAllowed,
        Duration timeout,
        @Nullable SSLContext trust) {

    /** A secret that does not show itself. */
    public static final class Secret {
        private static final String PREFIX = "whsec_";

        private final byte[] key;

        private Secret(byte[] key) {
            this.key = key;
        }

        /**
         * Reads a secret in the form of Standard Webhooks: {@code whsec_} and the key in Base64.
         *
         * @throws IllegalArgumentException when it is not of this form, or shorter than 24 bytes
         */
        public static Secret parse(String text) {
            if (!text.startsWith(PREFIX)) {
                throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
            }
            byte[] key = decoded(text.substring(PREFIX.length()));
            if (key.length < 24) {
                throw new IllegalArgumentException("a webhook secret has at least 24 bytes");
            }
            return new Secret(key);
        }

        private static byte[] decoded(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalArgumentException("a webhook secret is in Base64 after " + PREFIX, unreadable);
            }
        }

        byte[] key() {
            return key.clone();
        }

        @Override
        public String toString() {
            return "hidden";
        }
    }
}
