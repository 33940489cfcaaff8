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
 * @param open whether everybody whom the server answers may read, as long as nobody is known
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

    /** Nobody is known, and everybody reads. */
    public static Callers everybody() {
        return new Callers(Tokens.none(), null, null, RateLimit.none(), AuditLog.logged(), true);
    }

    /** Whether anybody is known. */
    boolean required() {
        return tokens.required() || logIn != null;
    }

    /** Whether who is not known may read. */
    boolean everybodyReads() {
        return !required() && open;
    }

    /** Who sends a token. */
    Optional<Holder> holder(String token) {
        return tokens.holder(token).or(() -> logIn == null ? Optional.empty() : logIn.holder(token));
    }
}
