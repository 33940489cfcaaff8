/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogInTest {

    private static final String ISSUER = "https://login.example";

    private final RSAKey rsa;
    private final ECKey elliptic;
    private LogIn logIn;

    LogInTest() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    }

    @BeforeAll
    void readKeys(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(
                folder.resolve("jwks.json"),
                new JWKSet(List.of(rsa, elliptic)).toPublicJWKSet().toString());
        logIn = new LogIn(new LogIn.Provider(ISSUER, "whence", keys.toString(), "roles"));
    }

    @Test
    void aSignedTokenSaysWhoAsksAndWhatTheyMay() throws JOSEException {
        Holder jane = new Holder("jane", Role.OFFICER, null);

        assertThat(logIn.holder(rs256(claims("viewer", "officer").build()))).hasValue(jane);
        assertThat(logIn.holder(es256(claims("officer").build()))).hasValue(jane);
        assertThat(logIn.holder(rs256(claims().claim("roles", "viewer").build())))
                .hasValue(new Holder("jane", Role.VIEWER, null));
    }

    @Test
    void aCustomerIsOfTheOrganizationThatTheProviderNames() throws JOSEException {
        assertThat(logIn.holder(rs256(
                        claims("organization").claim("organization_id", "org-1").build())))
                .hasValue(new Holder("jane", Role.ORGANIZATION, "org-1"));
        assertThat(logIn.holder(rs256(claims("organization").build()))).isEmpty();
    }

    @Test
    void whatIsNotForUsOrNoLongerHoldsOpensNothing() throws JOSEException {
        Instant now = Instant.now();
        assertRefused(claims("officer").issuer("https://elsewhere.example"));
        assertRefused(claims("officer").audience("another-application"));
        assertRefused(claims("officer").expirationTime(Date.from(now.minus(Duration.ofMinutes(2)))));
        assertRefused(claims("officer").expirationTime(null));
        assertRefused(claims("officer").notBeforeTime(Date.from(now.plus(Duration.ofMinutes(2)))));
        assertRefused(claims("officer").subject(null));
        assertRefused(claims("owner"));
        assertRefused(claims());
    }

    private void assertRefused(JWTClaimsSet.Builder claims) throws JOSEException {
        assertThat(logIn.holder(rs256(claims.build())))
                .as(claims.build().toString())
                .isEmpty();
    }

    @Test
    void aTokenThatNobodyOrSomebodyElseSignedOpensNothing() throws JOSEException {
        JWTClaimsSet claims = claims("officer").build();
        RSAKey other = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        String valid = rs256(claims);

        assertThat(logIn.holder(new PlainJWT(claims).serialize()))
                .as("alg none")
                .isEmpty();
        assertThat(logIn.holder(signed(JWSAlgorithm.RS256, "rsa-1", claims, new RSASSASigner(other))))
                .as("another key of the same name")
                .isEmpty();
        assertThat(logIn.holder(signed(JWSAlgorithm.RS256, "rsa-2", claims, new RSASSASigner(other))))
                .as("a key nobody knows")
                .isEmpty();
        assertThat(logIn.holder(signed(
                        JWSAlgorithm.HS256,
                        "rsa-1",
                        claims,
                        new MACSigner(rsa.toRSAPublicKey().getEncoded()))))
                .as("the public key taken for a secret")
                .isEmpty();
        assertThat(logIn.holder(valid.substring(0, valid.lastIndexOf('.') + 1))).isEmpty();
        assertThat(logIn.holder(valid + "A")).isEmpty();
        assertThat(logIn.holder("not.a.token")).isEmpty();
        assertThat(logIn.holder("")).isEmpty();
    }

    @Test
    void keysThatCannotBeReadSayWhere() {
        assertThatThrownBy(() -> new LogIn(new LogIn.Provider(ISSUER, "whence", "no-such-file.json", "roles")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-file.json");
    }

    private static JWTClaimsSet.Builder claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("whence")
                .subject("jane")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .claim("roles", List.of(roles));
    }

    private String rs256(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, "rsa-1", claims, new RSASSASigner(rsa));
    }

    private String es256(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.ES256, "ec-1", claims, new ECDSASigner(elliptic));
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
