/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AddressScopeTest {

    private record Block(Cidr network, AddressScope scope) {}

    private static final List<Block> REGISTRY = GoldenTable.rows("special-purpose-registry.tsv").stream()
            .map(row -> new Block(Cidr.parse(row.get(0)), AddressScope.valueOf(row.get(1))))
            .toList();

    static Stream<Cidr> blocks() {
        return REGISTRY.stream().map(Block::network);
    }

    /** The scope of the longest block of the table that holds the address. */
    private static AddressScope registered(IpAddress address) {
        return REGISTRY.stream()
                .filter(block -> block.network().contains(address))
                .max(Comparator.comparingInt(block -> block.network().prefixLength()))
                .orElseThrow()
                .scope();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void followsTheRegistryInsideAndOnBothSidesOfEachBlock(Cidr block) {
        IpAddress first = block.network();
        IpAddress last = last(block);

        assertThat(Stream.of(first, last, plus(first, -1), plus(first, 1), plus(last, -1), plus(last, 1)))
                .allSatisfy(
                        address -> assertThat(address.scope()).as("%s", address).isEqualTo(registered(address)));
    }

    private static IpAddress last(Cidr block) {
        int prefix = block.prefixLength();
        IpAddress first = block.network();
        if (first.isIpv4()) {
            return IpAddress.ipv4(first.ipv4Bits() | (prefix == 32 ? 0 : -1 >>> prefix));
        }
        long high = prefix >= 64 ? 0 : -1L >>> prefix;
        long low = prefix == 128 ? 0 : -1L >>> Math.max(0, prefix - 64);
        return IpAddress.ipv6(first.high() | high, first.low() | low);
    }

    private static IpAddress plus(IpAddress address, int offset) {
        if (address.isIpv4()) {
            return IpAddress.ipv4(address.ipv4Bits() + offset);
        }
        long low = address.low() + offset;
        boolean carry = (offset > 0 && low == 0) || (offset < 0 && low == -1);
        return IpAddress.ipv6(carry ? address.high() + offset : address.high(), low);
    }

    @Test
    void followsTheRegistryEverywhere() {
        qt().withExamples(10_000).forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            IpAddress base =
                    REGISTRY.get(random.nextInt(REGISTRY.size())).network().network();
            IpAddress near = base.isIpv4()
                    ? IpAddress.ipv4(base.ipv4Bits() ^ random.nextInt() >>> random.nextInt(32))
                    : IpAddress.ipv6(base.high() ^ random.nextLong() >>> random.nextInt(64), random.nextLong());

            assertThat(near.scope()).as("%s", near).isEqualTo(registered(near));
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyGlobalAddressesHaveAPlace(AddressScope scope) {
        assertThat(scope.routable()).isEqualTo(scope == AddressScope.GLOBAL);
    }

    @Test
    void theTableHasEveryScope() {
        assertThat(REGISTRY.stream().map(Block::scope)).contains(AddressScope.values());
    }
}
