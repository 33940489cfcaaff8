/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IpAddressTest {

    static Stream<Arguments> addresses() {
        return GoldenTable.rows("addresses.tsv").stream().map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow(() -> new AssertionError(text + " was refused"));
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @MethodSource("addresses")
    void readsAddressesAsTheTableSays(String text, String canonical) {
        assertThat(IpAddress.parse(GoldenTable.text(text))
                        .map(IpAddress::toString)
                        .orElse("refused"))
                .isEqualTo(canonical);
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @MethodSource("addresses")
    void theReferenceAgreesWithTheTable(String text, String canonical) {
        assertThat(ReferenceParser.canonical(GoldenTable.text(text)).orElse("refused"))
                .isEqualTo(canonical);
    }

    @Test
    void readsAnAddressInsideALongerText() {
        assertThat(IpAddress.parse("(1.2.3.45)", 1, 8)).hasToString("1.2.3.4");
        assertThat(IpAddress.parse("1::2::3", 0, 4)).hasToString("1::2");
        assertThat(IpAddress.parse("1::2%eth0", 0, 4)).hasToString("1::2");
        assertThat(IpAddress.parse("1.2.3.4", 3, 3)).isNull();
    }

    @Test
    void readsItsOwnTextBack() {
        qt().withExamples(10_000).forAll(Addresses.seeds()).checkAssert(seed -> {
            IpAddress address = Addresses.any(new Random(seed));
            assertThat(IpAddress.parse(address.toString())).contains(address);
        });
    }

    @Test
    void agreesWithTheReferenceOnTextsThatAreNearlyAddresses() {
        qt().withExamples(20_000)
                .forAll(Addresses.seeds())
                .checkAssert(seed -> agreesOn(Addresses.nearly(new Random(seed))));
    }

    @Test
    void agreesWithTheReferenceOnJunk() {
        qt().withExamples(20_000)
                .forAll(Addresses.seeds())
                .checkAssert(seed -> agreesOn(Addresses.junk(new Random(seed))));
    }

    private static void agreesOn(String text) {
        assertThat(IpAddress.parse(text).map(IpAddress::toString)).as(text).isEqualTo(ReferenceParser.canonical(text));
    }

    @Test
    void theTextsThatAreNearlyAddressesAreOfBothKinds() {
        long read = new Random(1)
                .longs(1_000)
                .filter(seed ->
                        IpAddress.parse(Addresses.nearly(new Random(seed))).isPresent())
                .count();

        assertThat(read).isBetween(200L, 800L);
    }

    @Test
    void hasTheBytesThatJavaHasForIt() {
        qt().forAll(Addresses.seeds()).checkAssert(seed -> {
            IpAddress address = Addresses.any(new Random(seed));
            assertThat(address.toBytes()).isEqualTo(javaBytes(address.toString()));
        });
    }

    private static byte[] javaBytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bothSpellingsOfAnIpv4AddressAreOneValue() {
        IpAddress plain = IpAddress.ipv4(0x01020304);

        assertThat(List.of(address("1.2.3.4"), address("::ffff:1.2.3.4"), IpAddress.ipv6(0, 0xffff_0102_0304L)))
                .allSatisfy(address -> {
                    assertThat(address)
                            .isEqualTo(plain)
                            .hasSameHashCodeAs(plain)
                            .isEqualByComparingTo(plain);
                    assertThat(address.isIpv4()).isTrue();
                    assertThat(address.ipv4Bits()).isEqualTo(0x01020304);
                });
        assertThat(address("::fffe:1.2.3.4").isIpv4()).isFalse();
    }

    @Test
    void onlyIpv4HasThirtyTwoBits() {
        assertThatThrownBy(() -> address("::1").ipv4Bits())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("::1 is not an IPv4 address");
    }

    @Test
    void keepsAllOneHundredAndTwentyEightBits() {
        IpAddress address = IpAddress.ipv6(0x0123_4567_89ab_cdefL, 0xfedc_ba98_7654_3210L);

        assertThat(address).hasToString("123:4567:89ab:cdef:fedc:ba98:7654:3210");
        assertThat(address.high()).isEqualTo(0x0123_4567_89ab_cdefL);
        assertThat(address.low()).isEqualTo(0xfedc_ba98_7654_3210L);
    }

    @Test
    void differsFromEveryOtherAddress() {
        assertThat(address("1::2")).isNotEqualTo(address("1::3")).isNotEqualTo(address("2::2"));
        assertThat(address("1::2")).isNotEqualTo("1::2").isNotEqualTo(null);
    }

    @Test
    void comesIpv4FirstAndThenByUnsignedNumber() {
        List<String> ordered = List.of(
                "0.0.0.0",
                "1.2.3.4",
                "127.255.255.255",
                "128.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::7fff:ffff:ffff:ffff",
                "::8000:0:0:0",
                "::ffff:ffff:ffff:ffff",
                "0:0:0:1::",
                "7fff::",
                "8000::",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

        assertThat(ordered.stream().map(IpAddressTest::address).sorted().map(IpAddress::toString))
                .containsExactlyElementsOf(ordered);
    }

    @ParameterizedTest(name = "{0} leaves as {1}")
    @CsvSource({
        "114.114.114.114, 114.114.114.0/24",
        "0.0.0.255, 0.0.0.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "2400:3200:baba:1:2:3:4:5, 2400:3200:baba::/48",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff::/48",
        "2001:0:808:808:8000:1:8d8d:8d8d, 2001:0:808::/48",
        "2002:7272:7272::1, 2002:7272:7200::/40",
        "::114.114.114.114, ::/48"
    })
    void leavesAsTheNetworkAroundIt(String text, String network) {
        assertThat(address(text).masked()).hasToString(network);
    }

    @Test
    void whatLeavesDoesNotDependOnTheHost() {
        qt().forAll(Addresses.seeds()).checkAssert(seed -> {
            Random random = new Random(seed);
            IpAddress address = Addresses.any(random);
            IpAddress neighbour = address.isIpv4()
                    ? IpAddress.ipv4(address.ipv4Bits() ^ random.nextInt(256))
                    : IpAddress.ipv6(address.high() ^ random.nextLong() >>> 48, random.nextLong() | 1L << 63);

            assertThat(address.masked().contains(address)).isTrue();
            assertThat(neighbour.masked()).isEqualTo(address.masked());
        });
    }
}
