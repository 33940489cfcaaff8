/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.query.instances.InstanceKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom the API knows.
 *
 * @param tokens those who hold a token
 * @param logIn those whom a log-in provider vouches for; null when there is none
 * @param instances what other instances are known by; null when there is only one
 * @param rate how often each of them may ask
 * @param audit who looked at what
 * @param open whether everybody may read beyond loopback too, as long as nobody is known
 */
public record Callers(
        Tokens tokens,
        @Nullable LogIn logIn,
        @Nullable InstanceKey instances,
        RateLimit rate,
        AuditLog audit,
        boolean open) {

    /** Those who hold a token, and nobody else. */
    public static Callers of(Tokens tokens) {
        return new Callers(tokens, null, null, RateLimit.none(), AuditLog.logged(), false);
    }

    /** Whether anybody is known. */
    boolean required() {
        return tokens.required() || logIn != null;
    }

    /** Who sends a token. */
    Optional<Holder> holder(String token) {
        return tokens.holder(token).or(() -> logIn == null ? Optional.empty() : logIn.holder(token));
    }
}
