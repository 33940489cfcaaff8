/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.NetworkType;
import io.whence.geo.NetworkClaim.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkClaimTest {

    @Test
    void ranksWhatDatabasesSayFromTorToEyeball() {
        assertThat(strongestFirst(Basis.DATABASE))
                .containsExactly(
                        NetworkType.TOR,
                        NetworkType.RESIDENTIAL_PROXY,
                        NetworkType.VPN,
                        NetworkType.PROXY,
                        NetworkType.RELAY,
                        NetworkType.SASE,
                        NetworkType.EDGE_PLATFORM,
                        NetworkType.SATELLITE,
                        NetworkType.MOBILE,
                        NetworkType.HOSTING,
                        NetworkType.EDUCATION,
                        NetworkType.BUSINESS,
                        NetworkType.EYEBALL,
                        NetworkType.UNKNOWN);
    }

    @Test
    void ranksListsOfVpnsBehindTheRelaysAndCorporateEgressThatTheyHoldToo() {
        assertThat(strongestFirst(Basis.ADDRESS))
                .startsWith(
                        NetworkType.TOR,
                        NetworkType.RESIDENTIAL_PROXY,
                        NetworkType.RELAY,
                        NetworkType.SASE,
                        NetworkType.VPN,
                        NetworkType.PROXY,
                        NetworkType.EDGE_PLATFORM);
    }

    @Test
    void prefersTheClaimThatNamesTheService() {
        var nameless = new NetworkClaim("x4bnet_vpn_ipv4", Basis.ADDRESS, NetworkType.VPN, null, null);
        var named = new NetworkClaim("x4bnet_vpn_asn", Basis.OPERATOR, NetworkType.VPN, "ProtonVPN", null);
        assertThat(Collections.min(List.of(nameless, named), NetworkClaim.BY_STRENGTH))
                .isEqualTo(named);
    }

    private static List<NetworkType> strongestFirst(Basis basis) {
        var claims = new ArrayList<NetworkClaim>();
        Arrays.stream(NetworkType.values()).forEach(t -> claims.add(new NetworkClaim("test", basis, t, null, null)));
        Collections.shuffle(claims, new Random(1));
        claims.sort(NetworkClaim.BY_STRENGTH);
        return claims.stream().map(NetworkClaim::type).toList();
    }
}
