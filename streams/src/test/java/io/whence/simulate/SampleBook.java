/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import io.whence.geo.PlacedPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small address space of its own: every kind of network in every place. */
final class SampleBook {

    static final long VPN_OPERATOR = 9009;

    private static final int EACH = 4;
    private static final Map<Long, NetworkType> OPERATORS = Map.of(
            1L,
            NetworkType.EYEBALL,
            2L,
            NetworkType.MOBILE,
            3L,
            NetworkType.EDUCATION,
            4L,
            NetworkType.BUSINESS,
            16509L,
            NetworkType.HOSTING,
            VPN_OPERATOR,
            NetworkType.HOSTING,
            13335L,
            NetworkType.EDGE_PLATFORM,
            22616L,
            NetworkType.SASE,
            14593L,
            NetworkType.SATELLITE);

    private SampleBook() {}

    static AddressBook book() {
        return AddressBook.of(prefixes(), Set.of(VPN_OPERATOR));
    }

    /** The same with networks that a second database places in Germany, whatever the first says. */
    static AddressBook disputedWithGermany() {
        List<PlacedPrefix> prefixes = prefixes();
        int next = 60 << 24;
        for (Place place : Place.all()) {
            prefixes.add(prefix(next, place, 1, new Region("DE")));
            next += 256;
        }
        return AddressBook.of(prefixes, Set.of(VPN_OPERATOR));
    }

    private static List<PlacedPrefix> prefixes() {
        List<PlacedPrefix> prefixes = new ArrayList<>();
        int next = 11 << 24;
        for (Place place : Place.all()) {
            for (long operator : OPERATORS.keySet().stream().sorted().toList()) {
                for (int i = 0; i < EACH; i++) {
                    prefixes.add(prefix(next, place, operator, null));
                    next += 256;
                }
            }
        }
        return prefixes;
    }

    static PlacedPrefix prefix(int bits, Place place, long operator, @Nullable Region second) {
        Origin origin = new Origin(
                new Region(place.country()),
                Unlocated.LOCATED,
                OPERATORS.get(operator),
                null,
                new AutonomousSystem(operator, "Operator " + operator),
                50,
                null,
                second,
                null);
        return new PlacedPrefix(
                Cidr.around(IpAddress.ipv4(bits), 24),
                origin,
                place.point().latitude(),
                place.point().longitude());
    }
}
