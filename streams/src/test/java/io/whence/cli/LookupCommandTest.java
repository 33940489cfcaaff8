/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.geo.DatabaseKind;
import io.whence.geo.GeoSources;
import io.whence.geo.TestDatabases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LookupCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private GeoSources sources = GeoSources.bundled();
    private Instant now = Instant.parse("2026-06-10T00:00:00Z");

    @BeforeEach
    void write() {
        sources = TestDatabases.write(folder);
    }

    @Test
    void tellsWhereAnAddressIsWhatEverySourceSaysAndWhy() {
        assertThat(lookup("1.2.3.4")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "1.2.3.4",
                        "  region      HK (Hong Kong SAR China), within 50 km",
                        "  network     unknown",
                        "  operator    AS9304 HGC",
                        "  second      SG, disputed",
                        "  sources     GeoLite2-City              2026-06-01  HK, registered HK, within 50 km",
                        "              GeoLite2-ASN               2026-06-01  AS9304 HGC",
                        "              GeoIP2-Anonymous-IP        2026-06-01  nothing",
                        "              country ipvAll             2026-06-01  SG",
                        "  reasoning   GeoLite2-City places it in HK.",
                        "              country ipvAll says SG: the sources disagree, so the place counts less.",
                        "              No source says what kind of network it is.");
    }

    @Test
    void tellsWhereTheOperatorOfACloudIsAtHome() {
        assertThat(lookup("1.1.0.1")).isZero();
        assertThat(out.toString()).contains("The operator, AS45090, is at home in CN: that is no location");
    }

    @Test
    void answersWithTheSameFactsInJson() throws Exception {
        assertThat(lookup("--json", "1.5.0.1", "9.9.9.9")).isZero();
        var root = new ObjectMapper().readTree(out.toString());
        assertThat(root.path("demo").asBoolean()).isFalse();
        assertThat(root.path("database_age").asText()).isEqualTo("FRESH");
        assertThat(root.path("builds").path(0).path("sha256").asText()).matches("[0-9a-f]{64}");
        var vpn = root.path("lookups").path(0);
        assertThat(vpn.path("region").asText()).isEqualTo("SG");
        assertThat(vpn.path("network_type").asText()).isEqualTo("VPN");
        assertThat(vpn.path("network_name").asText()).isEqualTo("ExampleVPN");
        assertThat(vpn.path("asn").asLong()).isEqualTo(212238);
        assertThat(vpn.path("answers")).hasSize(4);
        var unknown = root.path("lookups").path(1);
        assertThat(unknown.path("region").asText()).isEqualTo("ZZ");
        assertThat(unknown.path("unlocated").asText()).isEqualTo("NOT_IN_DATABASE");
        assertThat(unknown.path("asn").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "fe80::1", "127.0.0.1"})
    void explainsThatUnroutedAddressesHaveNoPlace(String address) {
        assertThat(lookup(address)).isZero();
        assertThat(out.toString())
                .contains("unknown, non routable")
                .contains("it is never routed on the public internet, so it has no place");
    }

    @Test
    void looksAtBothEndsOfATunnel() {
        assertThat(lookup("2001:0:103:1:8000:1:feff:fffe")).isZero();
        assertThat(out.toString().lines())
                .contains("1.0.0.1", "1.3.0.1")
                .anySatisfy(line -> assertThat(line).contains("carries 1.0.0.1 (TEREDO), which decides in its place."));
    }

    @Test
    void answersTheOthersWhenOneArgumentIsNoAddress() {
        assertThat(lookup("1.0.0.1", "010.1.2.3", "example.com")).isEqualTo(1);
        assertThat(out.toString())
                .contains("CN-BJ (China)")
                .contains("'010.1.2.3' is no IP address")
                .contains("'example.com' is no IP address");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T00:00:00Z,",
        "2026-07-10T00:00:00Z, '39 days ago: time for a newer one.'",
        "2026-10-01T00:00:00Z, '122 days ago: evidence from it counts half.'",
        "2027-06-01T00:00:00Z, '365 days ago: nothing may be enforced on it.'",
    })
    void warnsAsTheDatabaseAges(Instant at, @Nullable String warning) {
        now = at;
        assertThat(lookup("1.0.0.1")).isZero();
        if (warning == null) {
            assertThat(out.toString()).doesNotContain("was built on");
        } else {
            assertThat(out.toString()).contains("GeoLite2-City was built on 2026-06-01, " + warning);
        }
    }

    @Test
    void saysLoudlyThatTheBundledDatabasesAreForDemos() {
        assertThat(run(List.of("114.114.114.114"))).isZero();
        assertThat(out.toString())
                .startsWith("DEMO DATA: the bundled databases of 2019 answer.")
                .contains(GeoSources.DEMO_ATTRIBUTION)
                .contains("CN (China)")
                .contains("nothing may be enforced on it.");
    }

    @Test
    void readsNetworkLists() throws Exception {
        var lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("tor.lst"), "1.3.0.1\n");
        assertThat(lookup("--networks", lists.toString(), "1.3.0.1")).isZero();
        assertThat(out.toString()).contains("network     tor").contains("The network is TOR, says tor.");
    }

    @Test
    void namesTheFileThatCannotBeUsed() throws Exception {
        var page = Files.writeString(folder.resolve("page.mmdb"), "<html>");
        assertThat(run(List.of("--city", page.toString(), "1.0.0.1"))).isEqualTo(1);
        assertThat(err.toString()).startsWith(page + ": is a web page and not a database");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void asksForAnAddress() {
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'IP'");
    }

    private int lookup(String... arguments) {
        var all = new ArrayList<String>();
        sources.databases().forEach((kind, file) -> all.addAll(List.of(option(kind), file.toString())));
        all.addAll(Arrays.asList(arguments));
        return run(all);
    }

    private int run(List<String> arguments) {
        return new CommandLine(LookupCommand.at(() -> now))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private static String option(DatabaseKind kind) {
        return switch (kind) {
            case CITY -> "--city";
            case ASN -> "--asn";
            case ANONYMOUS -> "--anonymous";
            case SECOND -> "--second";
            default -> throw new IllegalArgumentException("not in the little world: " + kind);
        };
    }
}
