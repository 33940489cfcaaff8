/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.NetworkType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a list file says: the first keyword below that is a word of the name, or its plural, decides the
 * type of all networks in it. So {@code x4bnet_vpn_ipv4.txt} lists VPNs, {@code cloud_apple-proxy_ipv6.txt} a relay.
 *
 * @param stem the name without its extension
 * @param type what the networks in it are
 * @param brand the service they belong to, or null
 * @param numbers whether bare numbers in it are autonomous system numbers
 */
record ListName(String stem, NetworkType type, @Nullable String brand, boolean numbers) {

    private static final List<Keyword> KEYWORDS = List.of(
            new Keyword("icloud", NetworkType.RELAY, "iCloud Private Relay"),
            new Keyword("apple", NetworkType.RELAY, "iCloud Private Relay"),
            new Keyword("warp", NetworkType.RELAY, "Cloudflare WARP"),
            new Keyword("relay", NetworkType.RELAY, null),
            new Keyword("tor", NetworkType.TOR, null),
            new Keyword("residential", NetworkType.RESIDENTIAL_PROXY, null),
            new Keyword("vpn", NetworkType.VPN, null),
            new Keyword("zscaler", NetworkType.SASE, "Zscaler"),
            new Keyword("netskope", NetworkType.SASE, "Netskope"),
            new Keyword("sase", NetworkType.SASE, null),
            new Keyword("cloudflare", NetworkType.EDGE_PLATFORM, "Cloudflare"),
            new Keyword("fastly", NetworkType.EDGE_PLATFORM, "Fastly"),
            new Keyword("vercel", NetworkType.EDGE_PLATFORM, "Vercel"),
            new Keyword("cdn", NetworkType.EDGE_PLATFORM, null),
            new Keyword("edge", NetworkType.EDGE_PLATFORM, null),
            new Keyword("starlink", NetworkType.SATELLITE, "Starlink"),
            new Keyword("satellite", NetworkType.SATELLITE, null),
            new Keyword("mobile", NetworkType.MOBILE, null),
            new Keyword("proxy", NetworkType.PROXY, null),
            new Keyword("proxies", NetworkType.PROXY, null),
            new Keyword("amazon", NetworkType.HOSTING, "Amazon"),
            new Keyword("google", NetworkType.HOSTING, "Google"),
            new Keyword("azure", NetworkType.HOSTING, "Microsoft Azure"),
            new Keyword("cloud", NetworkType.HOSTING, null),
            new Keyword("hosting", NetworkType.HOSTING, null),
            new Keyword("datacenter", NetworkType.HOSTING, null),
            new Keyword("brianhama", NetworkType.HOSTING, null),
            new Keyword("education", NetworkType.EDUCATION, null),
            new Keyword("business", NetworkType.BUSINESS, null),
            new Keyword("eyeball", NetworkType.EYEBALL, null),
            new Keyword("geofeed", NetworkType.UNKNOWN, null));

    private static final Pattern NOT_A_LIST =
            Pattern.compile("(\\..*|readme.*|licen[cs]e.*|notice.*|.*\\.(sha256|md))");
    private static final Pattern DATE = Pattern.compile("[12][0-9]{3}-[01][0-9]-[0-3][0-9]");

    private record Keyword(
            String word, NetworkType type, @Nullable String brand) {}

    /** Whether a file beside the lists is none itself: hidden, a checksum, a licence or a read-me. */
    static boolean ignores(String fileName) {
        return NOT_A_LIST.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
    }

    /** Reads a file name; empty when no keyword is in it. */
    static Optional<ListName> of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        var words = Arrays.asList(stem.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
        return KEYWORDS.stream()
                .filter(keyword -> words.contains(keyword.word) || words.contains(keyword.word + "s"))
                .findFirst()
                .map(keyword -> new ListName(stem, keyword.type, keyword.brand, words.contains("asn")));
    }

    /** When the list was made: the date in its name such as {@code 2024-02-27}, or else the time of the file. */
    Instant builtAt(Instant modified) {
        var date = DATE.matcher(stem);
        return date.find() ? LocalDate.parse(date.group()).atStartOfDay().toInstant(ZoneOffset.UTC) : modified;
    }

    /** All keywords with what they stand for, for messages. */
    static String accepted() {
        return KEYWORDS.stream()
                .collect(Collectors.groupingBy(
                        Keyword::type, TreeMap::new, Collectors.mapping(Keyword::word, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
