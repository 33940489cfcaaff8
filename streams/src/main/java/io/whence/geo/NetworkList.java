/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One list of networks; immutable.
 *
 * @param build name, time and checksum of the list
 * @param prefixes what it says about addresses
 * @param operators what it says about autonomous systems, by number
 * @param size entries in it
 */
record NetworkList(
        DatabaseBuild build, PrefixTable<NetworkClaim> prefixes, Map<Long, NetworkClaim> operators, int size) {

    /** Adds what the list says about an address and its operator. */
    void claim(IpAddress address, @Nullable AutonomousSystem operator, List<NetworkClaim> claims) {
        var byAddress = prefixes.find(address);
        if (byAddress != null) {
            claims.add(byAddress);
        }
        var byOperator = operator == null ? null : operators.get(operator.number());
        if (byOperator != null) {
            claims.add(byOperator);
        }
    }
}
