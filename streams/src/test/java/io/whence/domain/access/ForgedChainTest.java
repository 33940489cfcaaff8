/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a client puts in front of its own entry must not matter, whatever it is. */
class ForgedChainTest {

    private static final String PEER = "10.0.0.1";
    private static final List<Cidr> NETWORKS = List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("2001:db8::/32"));

    /** A chain as honest proxies write it, and the number of them. */
    private record Chain(String text, int proxies) {}

    private static Chain honest(Random random) {
        int proxies = random.nextInt(4);
        String inside = IntStream.range(0, proxies)
                .mapToObj(hop -> "," + space(random) + entry(proxy(random), random))
                .collect(Collectors.joining());
        return new Chain(client(random) + inside, proxies);
    }

    private static String proxy(Random random) {
        return random.nextBoolean() ? "10.1.2." + random.nextInt(256) : "2001:db8::" + random.nextInt(10_000);
    }

    /** An untrusted address, now and then an unreadable or unnamed one. */
    private static String client(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "~" + Addresses.junk(random).replace(',', ';');
            case 1 -> "unknown";
            case 2 -> "for=_hidden";
            default -> entry("114.114." + random.nextInt(256) + "." + random.nextInt(256), random);
        };
    }

    private static String entry(String address, Random random) {
        String name = address.contains(":") ? "[" + address + "]" : address;
        return switch (random.nextInt(4)) {
            case 0 -> address;
            case 1 -> name + ":" + random.nextInt(65_536);
            case 2 -> "for=\"" + name + "\"";
            default -> "proto=https;for=\"" + name + ":443\"; host=\"a;for=8.8.8.8\"";
        };
    }

    private static String space(Random random) {
        return List.of("", " ", "\t", "  ").get(random.nextInt(4));
    }

    private static String forged(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "8.8.8.8," + space(random);
            case 1 -> proxy(random) + ",";
            case 2 -> "for=\"8.8.8.8;host=\"\\,";
            case 3 -> Addresses.junk(random) + ",";
            case 4 -> Addresses.nearly(random) + ",";
            case 5 -> "\u202e\u0000\r\nX-Forwarded-For: 8.8.8.8,";
            case 6 -> "8.8.8.8, ".repeat(random.nextInt(1_000));
            default -> "10.0.0.9,".repeat(random.nextInt(1_000));
        };
    }

    private static void makesNoDifference(TrustedProxies trusted, String chain, String forged) {
        ClientAddress honest = trusted.client(PEER, chain);
        ClientAddress attacked = trusted.client(PEER, forged + chain);

        assertThat(attacked.address()).isEqualTo(honest.address());
        assertThat(attacked.from()).isEqualTo(honest.from());
        assertThat(attacked.peer()).isEqualTo(honest.peer());
        assertThat(attacked.findings()).containsAll(honest.findings());
    }

    @Test
    void prependingAnythingChangesNoClientBehindTrustedNetworks() {
        TrustedProxies trusted = new TrustedProxies(NETWORKS, 0);
        qt().withExamples(5_000).forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            makesNoDifference(trusted, honest(random).text(), forged(random) + forged(random));
        });
    }

    @Test
    void prependingAnythingChangesNoClientAtATrustedDistance() {
        qt().withExamples(5_000).forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            Chain chain = honest(random);
            TrustedProxies trusted = new TrustedProxies(List.of(), chain.proxies() + 1);
            String forged = "8.8.8.8," + forged(random);

            makesNoDifference(trusted, "1.1.1.1," + chain.text(), forged + forged(random));
        });
    }

    @Test
    void noHeaderMovesAClientThatComesDirectly() {
        TrustedProxies trusted = new TrustedProxies(NETWORKS, 0);
        qt().forAll(Addresses.seeds()).checkAssert(seed -> {
            String header = "8.8.8.8," + forged(new Random(seed));

            assertThat(trusted.client("114.114.114.114", header).address()).hasToString("114.114.114.114");
        });
    }

    @Test
    void everyTextHasAnAnswerAndAlwaysTheSame() {
        TrustedProxies trusted = new TrustedProxies(NETWORKS, 1);
        qt().withExamples(5_000).forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            String source = random.nextBoolean() ? PEER : Addresses.nearly(random);
            String header = random.nextBoolean() ? Addresses.junk(random) : forged(random) + forged(random);
            ClientAddress client = trusted.client(source, header);

            assertThat(client).isEqualTo(trusted.client(source, header));
            assertThat(client.locatable())
                    .isEqualTo(
                            client.address() != null && client.address().scope().routable());
            assertThat(client.address() == null).isEqualTo(client.findings().contains(AccessFinding.NO_ADDRESS));
        });
    }
}
