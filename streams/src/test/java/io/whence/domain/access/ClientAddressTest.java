/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static io.whence.domain.access.IpAddressTest.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientAddressTest {

    private static ClientAddress with(Set<AccessFinding> findings) {
        IpAddress address = address("8.8.8.8");
        return new ClientAddress(address, address, Believed.PEER, null, findings);
    }

    @Test
    void keepsItsFindingsInTheOrderOfTheEnumWhateverTheirOrderWas() {
        List<AccessFinding> shuffled =
                new ArrayList<>(List.of(AccessFinding.TUNNEL, AccessFinding.NON_ROUTABLE, AccessFinding.UNPROVEN_HOPS));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(with(new LinkedHashSet<>(shuffled)).findings())
                    .containsExactly(AccessFinding.UNPROVEN_HOPS, AccessFinding.TUNNEL, AccessFinding.NON_ROUTABLE);
        }
    }

    @Test
    void doesNotChangeWithTheSetItWasMadeFromNorThroughTheSetItGives() {
        Set<AccessFinding> findings = EnumSet.of(AccessFinding.TUNNEL);
        ClientAddress client = with(findings);
        findings.add(AccessFinding.UNPROVEN_HOPS);

        assertThat(client.findings()).containsExactly(AccessFinding.TUNNEL);
        assertThatThrownBy(() -> client.findings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everySetOfFindingsIsItself() {
        for (int bits = 0; bits < 1 << AccessFinding.values().length; bits++) {
            Set<AccessFinding> findings = Findings.set(bits);

            assertThat(findings.stream().mapToInt(Findings::bit).sum()).isEqualTo(bits);
            assertThat(Findings.copyOf(findings)).isSameAs(findings);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingIsOneSentence(AccessFinding finding) {
        assertThat(finding.sentence()).matches("[A-Z][^.]*\\.");
    }

    @Test
    void isBelievedFromSomewhereExactlyIfThereIsAnAddress() {
        IpAddress peer = address("8.8.8.8");

        assertThatThrownBy(() -> new ClientAddress(peer, peer, Believed.NOTHING, null, Set.of()))
                .hasMessage("address 8.8.8.8 cannot be believed from NOTHING");
        assertThatThrownBy(() -> new ClientAddress(null, peer, Believed.PEER, null, Set.of()))
                .hasMessage("address null cannot be believed from PEER");
    }

    @Test
    void canBeLocatedIfItHasAPlace() {
        TrustedProxies nobody = TrustedProxies.none();

        assertThat(nobody.client("8.8.8.8", null).locatable()).isTrue();
        assertThat(nobody.client("2001:0:808:808:8000:1:8d8d:8d8d", null).locatable())
                .isTrue();
        assertThat(nobody.client("10.0.0.1", null).locatable()).isFalse();
        assertThat(nobody.client("2002:a00:1::1", null).locatable()).isFalse();
        assertThat(nobody.client("unknown", null).locatable()).isFalse();
    }
}
