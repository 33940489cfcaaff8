/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import io.whence.domain.access.IpAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an address into 64 bits that count as the address does but do not give it back without the key.
 *
 * <p>HMAC-SHA-256 (RFC 2104), first eight bytes. Not safe for use by several threads at once.
 */
public final class AddressPseudonym {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * Prepares the keyed hash.
     *
     * @param key secret of the operator, not empty; copied
     */
    public AddressPseudonym(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Arrays.copyOf(key, key.length), ALGORITHM));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(ALGORITHM, everyJavaHasIt);
        }
    }

    /** The pseudonym of an address; uniform over 64 bits. */
    public long of(IpAddress address) {
        byte[] digest = mac.doFinal(address.toBytes());
        long pseudonym = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            pseudonym = pseudonym << Byte.SIZE | digest[i] & 0xff;
        }
        return pseudonym;
    }
}
