/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.AutonomousSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every source says about one address, before anything is decided; null where a source is missing or silent.
 *
 * @param place record of the primary database
 * @param operator record of the ASN or ISP database
 * @param anonymizer record of the anonymizer database
 * @param residentialProxy record of the residential proxy database
 * @param connection record of the connection type database
 * @param second record of the second database
 * @param autonomousSystem operator, from whichever source names one
 * @param lists what the network lists say
 */
record Answers(
        Records.@Nullable Place place,
        Records.@Nullable Operator operator,
        Records.@Nullable Anonymizer anonymizer,
        Records.@Nullable ResidentialProxy residentialProxy,
        Records.@Nullable Connection connection,
        Records.@Nullable Place second,
        @Nullable AutonomousSystem autonomousSystem,
        List<NetworkClaim> lists) {

    private static final long LAST_NUMBER = 0xFFFF_FFFFL;

    /** The operator an ASN or ISP record names, or else the one an Enterprise record does; 0 names nobody. */
    static @Nullable AutonomousSystem autonomousSystem(
            Records.@Nullable Operator operator, Records.@Nullable Place place) {
        var named = operator == null ? null : autonomousSystem(operator.number(), operator.organization());
        var traits = place == null ? null : place.traits();
        return named != null || traits == null ? named : autonomousSystem(traits.number(), traits.organization());
    }

    private static @Nullable AutonomousSystem autonomousSystem(@Nullable Long number, @Nullable String organization) {
        return number == null || number < 1 || number > LAST_NUMBER ? null : new AutonomousSystem(number, organization);
    }
}
