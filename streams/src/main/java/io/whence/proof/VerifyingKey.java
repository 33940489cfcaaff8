/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseHead;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of a {@link SigningKey}. */
public final class VerifyingKey {

    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param pem as {@code openssl pkey -pubout} writes it
     * @throws IllegalArgumentException when it is no Ed25519 public key
     */
    public static VerifyingKey parse(String pem) {
        byte[] encoded = Pem.block(pem, "PUBLIC KEY");
        try {
            return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException("is no Ed25519 public key", other);
        }
    }

    /** Whether a head was signed with the other half. */
    public boolean signed(CaseHead head) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(head.signedBytes());
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (SignatureException | IllegalArgumentException noSignature) {
            return false;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
