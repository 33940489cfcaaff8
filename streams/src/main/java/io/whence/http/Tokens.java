/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the API knows. Of a token only its hash is kept, so tokens must be too long to guess: 32 random bytes. */
public final class Tokens {

    private static final Pattern LINE =
            Pattern.compile("(viewer|gateway|officer|admin|organization:(\\S+))\\s+([0-9a-fA-F]{64})\\s+(\\S.*)");

    private final Map<String, Holder> byHash;

    private Tokens(Map<String, Holder> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    /** Nobody is known: what reads is open, nobody acts. */
    public static Tokens none() {
        return new Tokens(Map.of());
    }

    /**
     * Reads lines of role, with a colon and its id behind that of an organization, SHA-256 of the token in hexadecimal
     * digits, and name; blank lines and those that begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException for a line that is not of this form, a hash that comes twice, or no line at all;
     *     names the line, not its text
     */
    public static Tokens parse(List<String> lines) {
        Map<String, Holder> byHash = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("line " + number
                        + ": write viewer, gateway, officer, admin or organization:ID, the token's SHA-256 in"
                        + " hexadecimal digits, and a name");
            }
            if (byHash.put(matcher.group(3).toLowerCase(Locale.ROOT), holder(matcher)) != null) {
                throw new IllegalArgumentException("line " + number + ": the same token twice; give each its own");
            }
        }
        if (byHash.isEmpty()) {
            throw new IllegalArgumentException("there is no token; nobody could log in");
        }
        return new Tokens(byHash);
    }

    private static Holder holder(Matcher line) {
        String organizationId = line.group(2);
        Role role = organizationId == null ? Role.valueOf(line.group(1).toUpperCase(Locale.ROOT)) : Role.ORGANIZATION;
        return new Holder(line.group(4), role, organizationId);
    }

    /** Whether anybody is known. */
    boolean required() {
        return !byHash.isEmpty();
    }

    Optional<Holder> holder(String token) {
        return Optional.ofNullable(byHash.get(hash(token)));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
