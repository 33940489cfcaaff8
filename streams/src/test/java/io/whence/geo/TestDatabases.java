/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Small databases for tests, and the records in them. {@link #write} makes a little world that any test may use:
 *
 * <table>
 * <caption>Networks</caption>
 * <tr><td>1.0.0.0/16</td><td>CN-BJ, AS4134</td></tr>
 * <tr><td>1.1.0.0/16</td><td>CN, registered CN, AS45090 (Tencent), second opinion CN</td></tr>
 * <tr><td>1.2.0.0/16</td><td>HK, AS9304; second opinion SG</td></tr>
 * <tr><td>1.3.0.0/16</td><td>US-CA, AS7922; second opinion US</td></tr>
 * <tr><td>1.4.0.0/16</td><td>DE, AS24940 (Hetzner): hosting</td></tr>
 * <tr><td>1.5.0.0/16</td><td>SG, AS212238; named VPN "ExampleVPN"</td></tr>
 * <tr><td>1.6.0.0/16</td><td>UA-43, AS28761</td></tr>
 * <tr><td>1.7.0.0/16</td><td>RU, AS12389; second opinion RU</td></tr>
 * <tr><td>1.8.0.0/16</td><td>HK, AS13335 (Cloudflare): edge platform</td></tr>
 * <tr><td>1.9.0.0/16</td><td>FR, AS3215; Tor exit</td></tr>
 * <tr><td>1.10.0.0/16</td><td>no country, registered US</td></tr>
 * <tr><td>2400:1000::/32</td><td>CN, AS4134</td></tr>
 * <tr><td>2600:1000::/32</td><td>US</td></tr>
 * </table>
 */
public final class TestDatabases {

    private TestDatabases() {}

    /** Writes the little world into a folder. */
    public static GeoSources write(Path folder) {
        var city = city().write(folder.resolve("city.mmdb"));
        var asn = asn().write(folder.resolve("asn.mmdb"));
        var anonymous = anonymous().write(folder.resolve("anonymous.mmdb"));
        var second = second().write(folder.resolve("second.mmdb"));
        return new GeoSources(
                Map.of(
                        DatabaseKind.CITY, city,
                        DatabaseKind.ASN, asn,
                        DatabaseKind.ANONYMOUS, anonymous,
                        DatabaseKind.SECOND, second),
                null);
    }

    /** A locator over the little world. */
    public static MaxMindLocator locator() {
        try {
            var folder = Files.createTempDirectory("whence-geo");
            var sources = write(folder);
            var locator = new MaxMindLocator(GeoDatabases.open(sources));
            for (var file : sources.databases().values()) {
                Files.delete(file);
            }
            Files.delete(folder);
            return locator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeoSourceException e) {
            throw new IllegalStateException(e);
        }
    }

    static MmdbFile city() {
        return MmdbFile.of("GeoLite2-City")
                .with("1.0.0.0/16", place("CN-BJ", "CN"))
                .with("1.1.0.0/16", place("CN", "CN"))
                .with("1.2.0.0/16", place("HK", "HK"))
                .with("1.3.0.0/16", place("US-CA", "US"))
                .with("1.4.0.0/16", place("DE", "DE"))
                .with("1.5.0.0/16", place("SG", "SG"))
                .with("1.6.0.0/16", place("UA-43", "UA"))
                .with("1.7.0.0/16", place("RU", "RU"))
                .with("1.8.0.0/16", place("HK", "US"))
                .with("1.9.0.0/16", place("FR", "FR"))
                .with("1.10.0.0/16", Map.of("continent", Map.of("code", "AS"), "registered_country", code("US")))
                .with("2400:1000::/32", place("CN", "CN"))
                .with("2600:1000::/32", place("US", "US"));
    }

    static MmdbFile asn() {
        return MmdbFile.of("GeoLite2-ASN")
                .with("1.0.0.0/16", operator(4134, "CHINANET"))
                .with("1.1.0.0/16", operator(45090, "Tencent"))
                .with("1.2.0.0/16", operator(9304, "HGC"))
                .with("1.3.0.0/16", operator(7922, "COMCAST"))
                .with("1.4.0.0/16", operator(24940, "Hetzner"))
                .with("1.5.0.0/16", operator(212238, "Datacamp"))
                .with("1.6.0.0/16", operator(28761, "CrimeaCom"))
                .with("1.7.0.0/16", operator(12389, "Rostelecom"))
                .with("1.8.0.0/16", operator(13335, "CLOUDFLARENET"))
                .with("1.9.0.0/16", operator(3215, "Orange"))
                .with("2400:1000::/32", operator(4134, "CHINANET"));
    }

    static MmdbFile anonymous() {
        return MmdbFile.of("GeoIP2-Anonymous-IP")
                .with("1.5.0.0/16", named("ExampleVPN", "is_anonymous", "is_anonymous_vpn"))
                .with("1.9.0.0/16", flags("is_anonymous", "is_tor_exit_node"));
    }

    static MmdbFile second() {
        return MmdbFile.of("country ipvAll")
                .with("1.1.0.0/16", flat("CN"))
                .with("1.2.0.0/16", flat("SG"))
                .with("1.3.0.0/16", flat("US"))
                .with("1.7.0.0/16", flat("RU"));
    }

    /** A City record: the region, and the country the network is registered in. */
    public static Map<String, Object> place(String region, String registered) {
        var place = new HashMap<String, Object>();
        place.put("country", code(new Region(region).country().code()));
        place.put("registered_country", code(registered));
        place.put("location", Map.of("accuracy_radius", 50));
        if (region.length() > 2) {
            place.put("subdivisions", List.of(code(region.substring(3))));
        }
        return place;
    }

    /** An ASN record. */
    public static Map<String, Object> operator(long number, String name) {
        return Map.of("autonomous_system_number", number, "autonomous_system_organization", name);
    }

    /** An Anonymous-IP record. */
    public static Map<String, Object> flags(String... flags) {
        var record = new HashMap<String, Object>();
        for (var flag : flags) {
            record.put(flag, true);
        }
        return record;
    }

    /** An Anonymous-Plus record of a named provider. */
    public static Map<String, Object> named(String provider, String... flags) {
        var record = flags(flags);
        record.put("provider_name", provider);
        return record;
    }

    /** A record of the flat country databases of DB-IP and others. */
    public static Map<String, Object> flat(String country) {
        return Map.of("country_code", country);
    }

    static Map<String, Object> code(String isoCode) {
        return Map.of("iso_code", isoCode);
    }
}
