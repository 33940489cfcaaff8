/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrustedProxiesTest {

    private static final int COLUMNS = 7;

    static Stream<Arguments> clientAddresses() {
        return GoldenTable.rows("client-addresses.tsv").stream().map(row -> {
            assertThat(row).hasSize(COLUMNS);
            return Arguments.of(row.toArray());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clientAddresses")
    void findsTheClientAsTheTableSays(
            String name, String trusted, String source, String header, String client, String from, String findings) {
        ClientAddress found = trust(trusted).client(GoldenTable.text(source), header(header));

        assertThat(List.of(located(found), found.from().name(), findings(found)))
                .as(name)
                .isEqualTo(List.of(client, from, findings));
    }

    private static TrustedProxies trust(String cell) {
        List<Cidr> networks = new ArrayList<>();
        int hops = 0;
        for (String word : cell.equals("nobody") ? new String[0] : cell.split(" ", -1)) {
            if (word.startsWith("hops=")) {
                hops = Integer.parseInt(word.substring("hops=".length()));
            } else {
                networks.add(Cidr.parse(word));
            }
        }
        return new TrustedProxies(networks, hops);
    }

    private static @Nullable String header(String cell) {
        return switch (cell) {
            case "absent" -> null;
            case "blank" -> "";
            default -> GoldenTable.text(cell);
        };
    }

    private static String located(ClientAddress client) {
        if (client.address() == null) {
            return "none";
        }
        return client.tunnelServer() == null
                ? client.address().toString()
                : client.address() + " via " + client.tunnelServer();
    }

    private static String findings(ClientAddress client) {
        return client.findings().isEmpty()
                ? "-"
                : client.findings().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    @Test
    void theTableHasEachCaseOnceAndEveryFinding() {
        List<List<String>> rows = GoldenTable.rows("client-addresses.tsv");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
        assertThat(rows.stream().map(row -> row.get(0))).doesNotHaveDuplicates();
        assertThat(rows.stream().flatMap(row -> Stream.of(row.get(6).split(" ", -1))))
                .contains(Arrays.stream(AccessFinding.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void thePeerIsKeptAsItCameEvenWhenTheClientIsAnotherOrNone() {
        TrustedProxies proxies = trust("2002::/16");

        assertThat(proxies.client("2002:a00:1::1", "8.8.8.8").peer()).hasToString("2002:a00:1::1");
        assertThat(proxies.client("2002:a00:1::1", "junk").peer()).hasToString("2002:a00:1::1");
        assertThat(proxies.client("junk", "8.8.8.8").peer()).isNull();
    }

    @Test
    void readsTheEndOfAVastHeaderOnly() {
        TrustedProxies proxies = trust("10.0.0.0/8");
        String header = "8.8.8.8, ".repeat(4_000_000) + "114.114.114.114";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int request = 0; request < 100_000; request++) {
                assertThat(proxies.client("10.0.0.1", header).address()).hasToString("114.114.114.114");
            }
        });
    }

    @Test
    void keepsNetworksInOrderAndWithoutThoseInsideAnother() {
        TrustedProxies proxies = trust("2001:db8::/32 10.1.0.0/16 192.0.2.0/24 10.0.0.0/8 10.0.0.0/8 10.0.0.0/24");

        assertThat(proxies.networks())
                .extracting(Cidr::toString)
                .containsExactly("10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32");
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertThat(TrustedProxies.none()).isEqualTo(new TrustedProxies(List.of(), 0));
    }

    @Test
    void refusesDistancesThatNoDeploymentHas() {
        assertThatThrownBy(() -> new TrustedProxies(List.of(), -1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> new TrustedProxies(List.of(), 33)).hasMessageContaining("0 to 32, not 33");
    }
}
