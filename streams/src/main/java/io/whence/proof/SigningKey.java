/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseHead;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that heads are signed with; the same head always gets the same signature (RFC 8032). */
public final class SigningKey {

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param pem PKCS#8, as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalArgumentException when it is no such key; says nothing of what it holds
     */
    public static SigningKey parse(String pem) {
        byte[] encoded = Pem.block(pem, "PRIVATE KEY");
        try {
            return new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException("is no Ed25519 private key", other);
        }
    }

    /** The head with its signature. */
    public CaseHead sign(CaseHead head) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(head.signedBytes());
            return head.signedWith(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
