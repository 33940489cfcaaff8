/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkListsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2.26.157.9, VPN, x4bnet_vpn_ipv4,",
        "2.27.227.255, VPN, x4bnet_vpn_ipv4,",
        "2001:310:ffff::1, HOSTING, x4bnet_datacenter_ipv6,",
        "101.99.92.179, TOR, tor_exit_nodes_2024-02-27,",
        "2001:470:1:908::9001, TOR, tor_exit_nodes_2024-02-27,",
        "162.247.74.201, TOR, tor-project-exits,",
        "101.2.255.255, SASE, misp_zscaler, Zscaler",
        "112.196.99.180, SASE, misp_zscaler, Zscaler",
        "104.28.28.65, RELAY, cloud_apple-proxy_ipv4, iCloud Private Relay",
        "43.198.1.1, HOSTING, cloud_regions_ipv4, aws ap-east-1",
        "14.1.64.1, SATELLITE, starlink-geofeed, Starlink",
    })
    void readsEveryListAsItsPublisherWritesIt(String address, NetworkType type, String list, @Nullable String name)
            throws Exception {
        var claims = published().claims(ip(address), null);
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.type()).isEqualTo(type);
            assertThat(claim.source()).isEqualTo(list);
            assertThat(claim.name()).isEqualTo(name);
            assertThat(claim.basis()).isEqualTo(NetworkClaim.Basis.ADDRESS);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.26.158.0", "2.27.223.255", "2.27.228.0", "101.99.92.180", "101.3.0.0", "2001:311::"})
    void saysNothingOneAddressBesideAListedNetwork(String address) throws Exception {
        assertThat(published().claims(ip(address), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9009, VPN, 'M247, GB (NordVPN)'",
        "51447, HOSTING, 'RootLayer Web Services Ltd, NL'",
        "48031, HOSTING, PE Ivanov Vitaliy Sergeevich - xserver.ua",
        "13335, EDGE_PLATFORM, Cloudflare",
        "14593, SATELLITE, Starlink",
        "62044, SASE, Zscaler",
    })
    void knowsOperatorsByTheirNumber(long number, NetworkType type, String name) throws Exception {
        var claims = published().claims(ip("9.9.9.9"), new AutonomousSystem(number, null));
        assertThat(claims).anySatisfy(claim -> {
            assertThat(claim.type()).isEqualTo(type);
            assertThat(claim.name()).isEqualTo(name);
            assertThat(claim.basis()).isEqualTo(NetworkClaim.Basis.OPERATOR);
        });
    }

    @Test
    void keepsTheCountryThatAPublisherGives() throws Exception {
        assertThat(published().claims(ip("34.80.0.1"), null).get(0).country()).isEqualTo(new Region("TW"));
        assertThat(published().claims(ip("14.1.65.1"), null).get(0).country()).isEqualTo(new Region("PH"));
    }

    @Test
    void datesAListByItsNameOrElseByItsFile() throws Exception {
        var tor = "tor_exit_nodes_2024-02-27";
        assertThat(published().builds())
                .filteredOn(build -> build.source().equals(tor))
                .extracting(DatabaseBuild::builtAt)
                .containsExactly(Instant.parse("2024-02-27T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>rate limited</body></html>",
                "1.2.3.0/24\n1.2.3.999\n",
                "1.2.3.0/33",
                "1.2.3.4/24",
                "0.0.0.0/0",
                "1.0.0.0/7",
                "2000::/3",
                "example.com",
                "{\"list\": [\"1.2.3.0/24\"",
                "{\"name\": \"no list in it\"}",
                "# only a comment",
                "prefix,provider\n",
                "12345",
                "1.2.3.0/24,Germany"
            })
    void refusesAListOfWhichAnyPartIsWrong(String content) throws Exception {
        Files.writeString(folder.resolve("vpn.txt"), content);
        assertThatThrownBy(() -> NetworkLists.read(folder))
                .isInstanceOf(GeoSourceException.class)
                .hasMessageContaining("vpn.txt");
    }

    @Test
    void namesTheLineThatIsWrong() throws Exception {
        var list = Files.writeString(folder.resolve("hosting.txt"), "# made by hand\n\n1.2.3.0/24\n1.2.3\n");
        assertThatThrownBy(() -> NetworkLists.read(folder))
                .hasMessageStartingWith(list + ":4: \"1.2.3\" is no network");
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsNoText() throws Exception {
        var list = Files.createFile(folder.resolve("vpn.txt"));
        assertThatThrownBy(() -> NetworkLists.read(folder)).hasMessageContaining("is empty");
        Files.write(list, new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> NetworkLists.read(folder)).hasMessageContaining("is not text");
    }

    @Test
    void tellsWhichNamesItUnderstands() throws Exception {
        Files.writeString(folder.resolve("misc.txt"), "1.2.3.0/24");
        assertThatThrownBy(() -> NetworkLists.read(folder))
                .hasMessageContaining("misc.txt: its name does not say what it lists")
                .hasMessageContaining("VPN: vpn")
                .hasMessageContaining("SASE: zscaler, netskope, sase");
    }

    @Test
    void holdsAListAgainstTheChecksumBesideIt() throws Exception {
        var list = Files.writeString(folder.resolve("vpn.txt"), "1.2.3.0/24");
        var checksum = GeoFile.read(list).sha256();
        var sidecar = Files.writeString(folder.resolve("vpn.txt.sha256"), checksum + "  vpn.txt\n");
        assertThat(NetworkLists.read(folder).claims(ip("1.2.3.4"), null)).hasSize(1);
        Files.writeString(sidecar, "0".repeat(64) + "  vpn.txt\n");
        assertThatThrownBy(() -> NetworkLists.read(folder)).hasMessageContaining("SHA-256 is " + checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "vpn.txt, VPN",
        "VPNs-2024.txt, VPN",
        "x4bnet_vpn_ipv4.txt, VPN",
        "tor.lst, TOR",
        "hosting.csv, HOSTING",
        "cloud_cloudflare_ipv4.txt, EDGE_PLATFORM",
        "cloud_apple-proxy_ipv6.txt, RELAY",
        "cloud_google_ipv6.txt, HOSTING",
        "misp_icloud-private-relay.json, RELAY",
        "misp_microsoft-azure-china.json, HOSTING",
        "residential-proxies.txt," + " RESIDENTIAL_PROXY",
        "open_proxies.txt, PROXY",
        "mobile.csv, MOBILE",
        "geofeed.csv, UNKNOWN",
        "toronto.txt,",
        "networks.txt,"
    })
    void readsTheTypeOffTheFileName(String file, @Nullable NetworkType type) {
        assertThat(ListName.of(file).map(ListName::type).orElse(null)).isEqualTo(type);
    }

    @Test
    void readsWholeListsAsPublished() throws Exception {
        var data = System.getProperty("whence.shared.data", "");
        assumeThat(data)
                .as("whole lists (X4BNet, MISP, lord-alfred, Tor) in the folder that -Dwhence.shared.data names")
                .isNotEmpty();
        var lists = NetworkLists.read(Path.of(data, "lists"));
        assertThat(lists.lists()).hasSizeGreaterThan(25);
        assertThat(lists.lists().stream().mapToInt(NetworkList::size).sum()).isGreaterThan(80_000);
        assertThat(lists.claims(ip("1.12.0.1"), null))
                .extracting(NetworkClaim::type)
                .contains(NetworkType.HOSTING);
        assertThat(NetworkLists.read(Path.of(data, "cloud")).claims(ip("1.178.7.1"), null))
                .extracting(NetworkClaim::country)
                .containsExactly(new Region("IE"));
    }

    private static NetworkLists published() throws GeoSourceException, URISyntaxException {
        return NetworkLists.read(
                Path.of(NetworkListsTest.class.getResource("lists").toURI()));
    }

    private static IpAddress ip(String address) {
        return IpAddress.parse(address).orElseThrow();
    }
}
