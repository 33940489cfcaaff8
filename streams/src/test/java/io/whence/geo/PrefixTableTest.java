/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTableTest {

    @Test
    void letsTheLongestNetworkDecide() {
        var table = table(Map.of("10.0.0.0/8", "wide", "10.1.0.0/16", "narrow", "10.1.2.3/32", "host"));
        assertThat(table.find(ip("10.0.0.0"))).isEqualTo("wide");
        assertThat(table.find(ip("10.1.2.2"))).isEqualTo("narrow");
        assertThat(table.find(ip("10.1.2.3"))).isEqualTo("host");
        assertThat(table.find(ip("10.1.2.4"))).isEqualTo("narrow");
        assertThat(table.find(ip("10.2.0.0"))).isEqualTo("wide");
        assertThat(table.find(ip("10.255.255.255"))).isEqualTo("wide");
        assertThat(table.find(ip("11.0.0.0"))).isNull();
        assertThat(table.find(ip("9.255.255.255"))).isNull();
    }

    @Test
    void reachesTheLastAddressOfEachFamily() {
        var table = table(Map.of("255.255.255.0/24", "v4", "ffff::/16", "v6", "::/96", "low"));
        assertThat(table.find(ip("255.255.255.255"))).isEqualTo("v4");
        assertThat(table.find(ip("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))).isEqualTo("v6");
        assertThat(table.find(ip("::2"))).isEqualTo("low");
        assertThat(table.find(ip("::1:0:0:0"))).isNull();
    }

    @Test
    void keepsTheFamiliesApart() {
        var table = table(Map.of("::/0", "six"));
        assertThat(table.find(ip("2001:db8::1"))).isEqualTo("six");
        assertThat(table.find(ip("1.2.3.4"))).isNull();
    }

    @Test
    void isEmptyWithoutNetworks() {
        assertThat(table(Map.of()).find(ip("1.2.3.4"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithTryingEveryNetwork(long seed) {
        var random = new Random(seed);
        var networks = new HashMap<Cidr, String>();
        for (int i = 0; i < 400; i++) {
            var cidr = random.nextBoolean()
                    ? Cidr.around(ipv4(random), 8 + random.nextInt(25))
                    : Cidr.around(ipv6(random), 100 + random.nextInt(29));
            networks.put(cidr, cidr.toString());
        }
        var table = PrefixTable.of(networks);
        for (int i = 0; i < 4_000; i++) {
            var address = random.nextBoolean() ? ipv4(random) : ipv6(random);
            assertThat(table.find(address)).as("seed %d, %s", seed, address).isEqualTo(longest(networks, address));
        }
    }

    private static @Nullable String longest(Map<Cidr, String> networks, IpAddress address) {
        return networks.keySet().stream()
                .filter(cidr -> cidr.contains(address))
                .max(Comparator.comparingInt(Cidr::prefixLength))
                .map(networks::get)
                .orElse(null);
    }

    /** Few enough bits that networks nest and touch. */
    private static IpAddress ipv4(Random random) {
        return IpAddress.ipv4(0x0a00_0000 | random.nextInt(1 << 12));
    }

    private static IpAddress ipv6(Random random) {
        return IpAddress.ipv6(0x2001_0db8_0000_0000L, random.nextInt(1 << 12));
    }

    private static PrefixTable<String> table(Map<String, String> networks) {
        var parsed = new HashMap<Cidr, String>();
        networks.forEach((cidr, value) -> parsed.put(Cidr.parse(cidr), value));
        return PrefixTable.of(parsed);
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
