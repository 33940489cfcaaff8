/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A network that requests came out of, as coarse as it may leave: never a single address.
 *
 * @param prefix masked prefix in CIDR notation, /24 for IPv4 and /48 for IPv6
 * @param asn autonomous system number, or 0 when unknown
 * @param name name of the service or of the operator, or null
 */
public record Egress(String prefix, long asn, @Nullable String name) {

    /** The egress of an origin seen behind a masked prefix. */
    public static Egress of(String prefix, Origin origin) {
        AutonomousSystem operator = origin.autonomousSystem();
        long asn = operator == null ? 0 : operator.number();
        String operatorName = operator == null ? null : operator.organization();
        return new Egress(prefix, asn, origin.networkName() == null ? operatorName : origin.networkName());
    }
}
