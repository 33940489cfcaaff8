/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks which addresses a host has. */
@FunctionalInterface
public interface Resolver {

    /**
     * All addresses of a host.
     *
     * @throws UnknownHostException when it has none
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
