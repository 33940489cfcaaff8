/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static io.whence.domain.access.IpAddressTest.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/0",
        "1.2.3.4/32, 1.2.3.4/32",
        "::/0, ::/0",
        "::1/128, ::1/128",
        "2001:DB8:0::/32, 2001:db8::/32",
        "::ffff:10.0.0.0/104, 10.0.0.0/8",
        "::ffff:0:0/96, 0.0.0.0/0",
        "::ffff:1.2.3.4/128, 1.2.3.4/32"
    })
    void readsNetworks(String text, String canonical) {
        assertThat(Cidr.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1/8 | 10.0.0.1/8 has bits set behind its prefix; 10.0.0.0/8 was meant?",
                "2001:db8::1/32 | 2001:db8::1/32 has bits set behind its prefix; 2001:db8::/32 was meant?",
                "::1/0 | ::1/0 has bits set behind its prefix; ::/0 was meant?",
                "10.0.0.1 | \"10.0.0.1\" has no prefix length; 10.0.0.1/32 for this one address?",
                "2001:db8::1 | \"2001:db8::1\" has no prefix length; 2001:db8::1/128 for this one address?",
                "10.0.0.0/33 | 10.0.0.0/33: the prefix length must be 0 to 32",
                "::/129 | ::/129: the prefix length must be 0 to 128",
                "10.0.0.0/ | \"10.0.0.0/\": the prefix length must be a plain decimal number",
                "10.0.0.0/-8 | \"10.0.0.0/-8\": the prefix length must be a plain decimal number",
                "10.0.0.0/+8 | \"10.0.0.0/+8\": the prefix length must be a plain decimal number",
                "10.0.0.0/08 | \"10.0.0.0/08\": the prefix length must be a plain decimal number",
                "10.0.0.0/8x | \"10.0.0.0/8x\": the prefix length must be a plain decimal number",
                "10.0.0.0/255.0.0.0 | \"10.0.0.0/255.0.0.0\": the prefix length must be a plain decimal number",
                "10.0.0.0/8/8 | \"10.0.0.0/8/8\": the prefix length must be a plain decimal number",
                "::ffff:10.0.0.0/8 | \"::ffff:10.0.0.0/8\" is IPv4-mapped: its prefix length must be 96 to 128",
                "10/8 | \"10/8\" is no network: expected an address and a prefix length, as in 10.0.0.0/8",
                "/8 | \"/8\" is no network: expected an address and a prefix length, as in 10.0.0.0/8",
                "localhost | \"localhost\" is no network: expected an address and a prefix length, as in 10.0.0.0/8"
            })
    void saysWhatIsWrongWithAnyOtherText(String text, String message) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesLengthsThatTheFamilyDoesNotHave() {
        assertThatThrownBy(() -> Cidr.around(address("1.2.3.4"), 33)).hasMessageContaining("0 to 32");
        assertThatThrownBy(() -> Cidr.around(address("1.2.3.4"), -1)).hasMessageContaining("0 to 32");
        assertThatThrownBy(() -> new Cidr(address("::"), 129)).hasMessageContaining("0 to 128");
    }

    @Test
    void holdsAddressesOfItsOwnFamilyOnly() {
        assertThat(Cidr.parse("::/0").contains(address("1.2.3.4"))).isFalse();
        assertThat(Cidr.parse("0.0.0.0/0").contains(address("::1"))).isFalse();
        assertThat(Cidr.parse("0.0.0.0/0").contains(address("255.255.255.255"))).isTrue();
        assertThat(Cidr.parse("::/0").contains(address("ffff::"))).isTrue();
    }

    @Test
    void theNextAddressIsTheFirstBehindTheNetwork() {
        assertThat(Cidr.parse("10.0.0.0/8").next()).isEqualTo(address("11.0.0.0"));
        assertThat(Cidr.parse("10.0.0.255/32").next()).isEqualTo(address("10.0.1.0"));
        assertThat(Cidr.parse("255.255.255.254/31").next()).isNull();
        assertThat(Cidr.parse("0.0.0.0/0").next()).isNull();
        assertThat(Cidr.parse("2001:db8::/32").next()).isEqualTo(address("2001:db9::"));
        assertThat(Cidr.parse("2001:db8::ffff:ffff:ffff:ffff/128").next()).isEqualTo(address("2001:db8:0:1::"));
        assertThat(Cidr.parse("::fffe:0:0/96").next()).isEqualTo(address("::1:0:0:0"));
        assertThat(Cidr.parse("ffff::/16").next()).isNull();
        assertThat(Cidr.parse("::/0").next()).isNull();
    }

    @Test
    void everyNetworkHoldsWhatItIsAround() {
        qt().forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            IpAddress address = Addresses.any(random);
            Cidr around = Cidr.around(address, random.nextInt(bits(address) + 1));

            assertThat(around.contains(address)).isTrue();
            assertThat(around.contains(around.network())).isTrue();
            assertThat(Cidr.parse(around.toString())).isEqualTo(around);
        });
    }

    @Test
    void holdsExactlyTheAddressesThatShareThePrefix() {
        qt().withExamples(10_000).forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            IpAddress member = Addresses.any(random);
            int prefix = random.nextInt(bits(member) + 1);
            IpAddress other = flipped(member, random.nextInt(bits(member)));

            assertThat(Cidr.around(member, prefix).contains(other))
                    .as("%s/%d, %s", member, prefix, other)
                    .isEqualTo(
                            number(member, prefix).equals(number(other, prefix)) && member.isIpv4() == other.isIpv4());
        });
    }

    private static int bits(IpAddress address) {
        return address.isIpv4() ? 32 : 128;
    }

    private static BigInteger number(IpAddress address, int prefix) {
        return new BigInteger(1, address.toBytes()).shiftRight(bits(address) - prefix);
    }

    /** The address with one bit the other way, counted from the left. */
    private static IpAddress flipped(IpAddress address, int bit) {
        if (address.isIpv4()) {
            return IpAddress.ipv4(address.ipv4Bits() ^ Integer.MIN_VALUE >>> bit);
        }
        long mask = Long.MIN_VALUE >>> bit;
        return bit < 64
                ? IpAddress.ipv6(address.high() ^ mask, address.low())
                : IpAddress.ipv6(address.high(), address.low() ^ mask);
    }

    @Test
    void aNetworkHoldsTheNarrowerOnesInsideIt() {
        Cidr wide = Cidr.parse("10.0.0.0/8");

        assertThat(wide.contains(wide)).isTrue();
        assertThat(wide.contains(Cidr.parse("10.255.0.0/16"))).isTrue();
        assertThat(Cidr.parse("10.0.0.0/16").contains(wide)).isFalse();
        assertThat(wide.contains(Cidr.parse("11.0.0.0/16"))).isFalse();
        assertThat(wide.contains(Cidr.parse("2001:db8::/32"))).isFalse();
    }

    @Test
    void comesByFirstAddressAndTheWiderFirst() {
        assertThat(Stream.of("::/0", "10.1.0.0/16", "10.0.0.0/16", "10.0.0.0/8")
                        .map(Cidr::parse)
                        .sorted())
                .extracting(Cidr::toString)
                .containsExactly("10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "::/0");
    }
}
