/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Those whom a log-in provider vouches for with a signed JSON Web Token (OpenID Connect): RS256 or ES256, of the
 * issuer, for the audience, not expired. The first of the roles {@code officer}, {@code admin}, {@code viewer},
 * {@code gateway} and {@code organization} that its claim names is theirs; the last one is of the organization in
 * {@value #ORGANIZATION}.
 */
public final class LogIn {

    static final String ORGANIZATION = "organization_id";

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final List<Role> PRECEDENCE =
            List.of(Role.OFFICER, Role.ADMIN, Role.VIEWER, Role.GATEWAY, Role.ORGANIZATION);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String rolesClaim;

    /**
     * A provider of log-ins.
     *
     * @param issuer who must have issued a token
     * @param audience for whom it must be
     * @param keys the provider's keys (JWKS): an {@code https:} or {@code http:} address, or a file
     * @param rolesClaim the claim that names roles
     */
    public record Provider(String issuer, String audience, String keys, String rolesClaim) {}

    /**
     * Prepares to check tokens. Keys of an address are fetched when they are first needed, and again when they change.
     *
     * @throws IllegalArgumentException when the file of keys cannot be used
     */
    public LogIn(Provider provider) {
        rolesClaim = provider.rolesClaim();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(provider.keys())));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                provider.audience(),
                new JWTClaimsSet.Builder().issuer(provider.issuer()).build(),
                Set.of("sub", "exp")));
    }

    private static JWKSource<SecurityContext> keys(String keys) {
        try {
            return keys.startsWith("https://") || keys.startsWith("http://")
                    ? JWKSourceBuilder.create(URI.create(keys).toURL())
                            .retrying(true)
                            .build()
                    : new ImmutableJWKSet<>(JWKSet.load(Path.of(keys).toFile()));
        } catch (IOException | ParseException unusable) {
            throw new IllegalArgumentException(keys + " holds no keys that can be used", unusable);
        }
    }

    /** Who sends a token; empty when it does not hold, or names no role. */
    Optional<Holder> holder(String token) {
        try {
            return holder(processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException doesNotHold) {
            return Optional.empty();
        }
    }

    private Optional<Holder> holder(JWTClaimsSet claims) {
        Collection<?> named = claims.getClaim(rolesClaim) instanceof Collection<?> several
                ? several
                : List.of(String.valueOf(claims.getClaim(rolesClaim)));
        String organizationId = claims.getClaim(ORGANIZATION) instanceof String id ? id : null;
        return PRECEDENCE.stream()
                .filter(role -> named.contains(role.name().toLowerCase(Locale.ROOT)))
                .filter(role -> role != Role.ORGANIZATION || organizationId != null)
                .findFirst()
                .map(role -> new Holder(claims.getSubject(), role, role == Role.ORGANIZATION ? organizationId : null));
    }
}
