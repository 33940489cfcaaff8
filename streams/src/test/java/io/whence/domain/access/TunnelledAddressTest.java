/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static io.whence.domain.access.IpAddressTest.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import io.whence.domain.access.TunnelledAddress.Technique;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelledAddressTest {

    @ParameterizedTest(name = "{0} carries {2}")
    @CsvSource({
        "2002:c000:204::1, SIX_TO_FOUR, 192.0.2.4",
        "64:ff9b::c000:221, NAT64, 192.0.2.33",
        // RFC 6052, section 2.4, its 192.0.2.33 below the prefix of RFC 8215 instead of 2001:db8
        "64:ff9b:1:c000:2:2100::, NAT64, 192.0.2.33",
        "64:ff9b:1:c0:0:221::, NAT64, 192.0.2.33",
        "64:ff9b:1:0:c0:2:2100:0, NAT64, 192.0.2.33",
        "64:ff9b:1::c000:221, NAT64, 192.0.2.33",
        "::192.0.2.1, IPV4_COMPATIBLE, 192.0.2.1",
        "2001:db8::5efe:192.0.2.1, ISATAP, 192.0.2.1",
        "2001:db8::200:5efe:192.0.2.1, ISATAP, 192.0.2.1"
    })
    void decodesTheClient(String text, Technique technique, String client) {
        assertThat(TunnelledAddress.in(address(text))).contains(new TunnelledAddress(technique, address(client), null));
    }

    /** A client at 192.0.2.45, port 40000, behind a cone NAT, with a server at 65.54.227.120 (RFC 4380, section 4). */
    @Test
    void decodesBothEndsOfTeredo() {
        assertThat(TunnelledAddress.in(address("2001:0:4136:e378:8000:63bf:3fff:fdd2")))
                .contains(new TunnelledAddress(Technique.TEREDO, address("192.0.2.45"), address("65.54.227.120")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "::",
                "::1",
                "2400:3200::1",
                "2001:1::7272:7272",
                "2003:7272:7272::1",
                "64:ff9b:0:1::7272:7272",
                "64:ff9b:2::7272:7272",
                "64:ff9b::1:7272:7272",
                "2001:db8::100:5efe:1.2.3.4",
                "2001:db8::5eff:1.2.3.4",
                "::1:0:1.2.3.4"
            })
    void carriesNothingOtherwise(String text) {
        assertThat(TunnelledAddress.in(address(text))).isEmpty();
    }

    @Test
    void decodesWhatEachTechniqueEncodes() {
        qt().forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            IpAddress client = Addresses.ipv4(random);
            IpAddress server = Addresses.ipv4(random);
            long bits = Integer.toUnsignedLong(client.ipv4Bits());
            long teredo = 0x2001_0000_0000_0000L | Integer.toUnsignedLong(server.ipv4Bits());
            long obscured = random.nextLong() << 32 | (~bits & 0xffff_ffffL);

            assertThat(TunnelledAddress.in(IpAddress.ipv6(0x2002L << 48 | bits << 16, random.nextLong())))
                    .contains(new TunnelledAddress(Technique.SIX_TO_FOUR, client, null));
            assertThat(TunnelledAddress.in(IpAddress.ipv6(teredo, obscured)))
                    .contains(new TunnelledAddress(Technique.TEREDO, client, server));
            assertThat(TunnelledAddress.in(IpAddress.ipv6(0x0064_ff9b_0000_0000L, bits)))
                    .contains(new TunnelledAddress(Technique.NAT64, client, null));
        });
    }
}
