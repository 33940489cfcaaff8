/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import org.jspecify.annotations.Nullable;

/**
 * Where an address is, on what kind of network, and how sure the sources are.
 *
 * @param region the finest region the primary database names; {@link Region#UNKNOWN} when it names none
 * @param unlocated why the region is unknown; {@link Unlocated#LOCATED} when it is known
 * @param networkType kind of network; the strongest statement of all sources
 * @param networkName name of the service or list entry that decided the type (a VPN brand, an edge platform), or null
 * @param autonomousSystem operator, or null when no source knows
 * @param accuracyRadiusKm radius in kilometres of the circle MaxMind gives 67 % for, or null
 * @param registeredCountry country the network is registered in, or null; never a location
 * @param secondCountry country according to the second database or, where that is silent, to the publisher of a network
 *     list; null when nobody says
 * @param spot middle of that circle, or null
 */
public record Origin(
        Region region,
        Unlocated unlocated,
        NetworkType networkType,
        @Nullable String networkName,
        @Nullable AutonomousSystem autonomousSystem,
        @Nullable Integer accuracyRadiusKm,
        @Nullable Region registeredCountry,
        @Nullable Region secondCountry,
        @Nullable Spot spot) {

    /** An origin without a location, and why. */
    public static Origin unlocated(Unlocated reason) {
        return new Origin(Region.UNKNOWN, reason, NetworkType.UNKNOWN, null, null, null, null, null, null);
    }

    /** What the second database says to the first; both must name a country to agree or differ. */
    public Agreement agreement() {
        if (secondCountry == null || region.isUnknown()) {
            return Agreement.UNCHECKED;
        }
        return secondCountry.equals(region.country()) ? Agreement.CONFIRMED : Agreement.DISPUTED;
    }
}
