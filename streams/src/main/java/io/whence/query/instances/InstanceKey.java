/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What instances know each other by. The secret itself is never sent: a request bears the HMAC-SHA256 of what it asks
 * for and when, which opens nothing else and soon nothing at all.
 */
public final class InstanceKey {

    /** The header that bears it. */
    public static final String HEADER = "X-Whence-Instance";

    /** As many characters as 16 random bytes have in hexadecimal digits. */
    public static final int MIN_LENGTH = 32;

    /** How far the clocks of two instances may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final String HMAC = "HmacSHA256";
    private static final Pattern TICKET = Pattern.compile("(\\d{1,13})\\.([0-9a-f]{64})");

    private final SecretKeySpec secret;
    private final InstantSource clock;

    /**
     * A key.
     *
     * @param secret the same at all instances, at least {@value #MIN_LENGTH} characters
     * @param clock tells when something is asked
     * @throws IllegalArgumentException when the secret is too short
     */
    public InstanceKey(String secret, InstantSource clock) {
        if (secret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "give at least " + MIN_LENGTH + " characters, such as of 16 random bytes");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.clock = clock;
    }

    /** The ticket of a request that is sent now, by its path and query. */
    public String ticket(String request) {
        long second = clock.instant().getEpochSecond();
        return second + "." + HexFormat.of().formatHex(sign(second, request));
    }

    /** Whether a ticket is one of an instance for a request, by its path and query. */
    public boolean admits(String ticket, String request) {
        Matcher matcher = TICKET.matcher(ticket);
        if (!matcher.matches()) {
            return false;
        }
        long second = Long.parseLong(matcher.group(1));
        Duration age = Duration.between(Instant.ofEpochSecond(second), clock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0
                && MessageDigest.isEqual(sign(second, request), HexFormat.of().parseHex(matcher.group(2)));
    }

    private byte[] sign(long second, String request) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal((second + "\n" + request).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
