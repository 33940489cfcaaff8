/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.access.AddressScope;
import io.whence.domain.access.IpAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps requests out of networks they have no business in. The check is made before each attempt; a name that changes
 * its address between the check and the connection still has to show the certificate of that name.
 *
 * @param privateAllowed whether private networks are meant
 * @param resolver asks for addresses
 */
record NetworkGuard(boolean privateAllowed, Resolver resolver) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<AddressScope> PRIVATE = Set.of(AddressScope.PRIVATE, AddressScope.SHARED);

    /**
     * Whether an address may be posted to at all.
     *
     * @throws IllegalArgumentException when not, saying why
     */
    static void checkForm(URI url) {
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a webhook needs a host, and neither user nor fragment");
        }
        boolean plain = "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost());
        if (!"https".equals(url.getScheme()) && !plain) {
            throw new IllegalArgumentException("a webhook begins with https:// unless it is on this machine");
        }
    }

    /**
     * Why not to connect to a host now, or empty when nothing is against it.
     *
     * @throws UnknownHostException when it has no address
     */
    Optional<String> objection(String host) throws UnknownHostException {
        if (THIS_MACHINE.contains(host)) {
            return Optional.empty();
        }
        for (InetAddress address : resolver.addresses(host)) {
            AddressScope scope = scope(address.getAddress());
            boolean fine = scope == AddressScope.GLOBAL || (privateAllowed && PRIVATE.contains(scope));
            if (!fine) {
                return Optional.of("the receiver is at an address of scope " + scope);
            }
        }
        return Optional.empty();
    }

    private static AddressScope scope(byte[] address) {
        ByteBuffer bits = ByteBuffer.wrap(address);
        return (address.length == Integer.BYTES
                        ? IpAddress.ipv4(bits.getInt())
                        : IpAddress.ipv6(bits.getLong(), bits.getLong()))
                .scope();
    }
}
