/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.geo.AddressSpace;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.PlacedPrefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Real prefixes by country and kind of network, as the databases see them. */
final class AddressBook {

    /** Networks of these are few, and wanted. */
    private static final int PREFIXES_OF_OPERATORS = 12;

    /** An operator with this many sampled networks in a country has subscribers there. */
    private static final int LARGE = 12;

    private static final List<Long> SOUGHT =
            List.of(16509L, 13335L, 54113L, 14593L, 22616L, 53813L, 62044L, 55256L, 13150L, 36692L, 45102L, 132203L);

    /** Amazon, which edge platforms rent of, by the numbers of GeoLite2-ASN. */
    private static final Set<Long> LARGE_CLOUDS = Set.of(16509L, 14618L);

    private static final Pattern MOBILE = words("mobile|wireless|cellular|movil|mobil|gsm|lte");
    private static final Pattern EDUCATION =
            words("universit\\w*|college|school|academ\\w*|campus|education\\w*|polytech\\w*|institute of tech\\w*");
    private static final Pattern CLOUD =
            words("hosting|host|cloud\\w*|servers?|data ?cent\\w*|vps|colo\\w*|dedicated|idc");
    private static final Pattern EYEBALL = words(
            "tele\\w*|broadband|cable|communications?|internet|chinanet|unicom|fib[er]{2}|isp|net|networks?|online");

    /** Parts of Ukraine that may not be supported where the rest is; the model has no people of both. */
    private static final Set<String> CONTESTED = Set.of("UA-43", "UA-40", "UA-14", "UA-09");

    private final Map<NetworkKind, Map<String, List<PlacedPrefix>>> prefixes = new EnumMap<>(NetworkKind.class);
    private final List<PlacedPrefix> disputed = new ArrayList<>();

    private AddressBook(List<PlacedPrefix> sample, Set<Long> vpnOperators) {
        Map<String, Integer> sizes = new HashMap<>();
        sample.forEach(prefix -> sizes.merge(operatorIn(prefix), 1, Integer::sum));
        for (PlacedPrefix prefix : sample) {
            if (CONTESTED.contains(prefix.origin().region().code())) {
                continue;
            }
            if (prefix.origin().agreement() == Agreement.DISPUTED) {
                disputed.add(prefix);
                continue;
            }
            NetworkKind kind = kind(prefix, vpnOperators, sizes.getOrDefault(operatorIn(prefix), 0));
            prefixes.computeIfAbsent(kind, each -> new TreeMap<>())
                    .computeIfAbsent(country(prefix), each -> new ArrayList<>())
                    .add(prefix);
        }
    }

    /** Reads what the databases hold; takes ten seconds or so. */
    static AddressBook of(GeoDatabases databases, Model model) throws GeoSourceException {
        Set<Long> vpn = Arrays.stream(model.text("vpn.operators").split(" ", -1))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, Integer> more = new HashMap<>();
        vpn.forEach(number -> more.put(number, PREFIXES_OF_OPERATORS));
        SOUGHT.forEach(number -> more.put(number, PREFIXES_OF_OPERATORS));
        return new AddressBook(AddressSpace.sample(databases, 1, more), vpn);
    }

    /** A book of these prefixes. */
    static AddressBook of(List<PlacedPrefix> prefixes, Set<Long> vpnOperators) {
        return new AddressBook(prefixes, vpnOperators);
    }

    /** The prefixes of a kind in a country; empty when there are none. */
    List<PlacedPrefix> in(String country, NetworkKind kind) {
        return prefixes.getOrDefault(kind, Map.of()).getOrDefault(country, List.of());
    }

    /** The countries in which there are prefixes of a kind, in order. */
    List<String> countries(NetworkKind kind) {
        return List.copyOf(prefixes.getOrDefault(kind, Map.of()).keySet());
    }

    /** The prefixes about whose country two databases disagree; none when there is no second database. */
    List<PlacedPrefix> disputed() {
        return List.copyOf(disputed);
    }

    /** An address of a kind in a country; of a fixed line where there is no network of that kind. */
    Exit exit(String country, NetworkKind kind, Dice dice) {
        List<PlacedPrefix> found = in(country, kind);
        if (found.isEmpty() && kind == NetworkKind.EYEBALL) {
            throw new IllegalStateException("the databases know no fixed lines in " + country);
        }
        return found.isEmpty()
                ? exit(country, NetworkKind.EYEBALL, dice)
                : Exit.of(dice.pick(found), kind, dice.from(2, 253));
    }

    /** An address of one of the largest clouds in a country; of any cloud where they have none. */
    Exit largeCloud(String country, Dice dice) {
        List<PlacedPrefix> found = in(country, NetworkKind.CLOUD).stream()
                .filter(prefix -> LARGE_CLOUDS.contains(number(prefix)))
                .toList();
        return found.isEmpty()
                ? exit(country, NetworkKind.CLOUD, dice)
                : Exit.of(dice.pick(found), NetworkKind.CLOUD, dice.from(2, 253));
    }

    private static NetworkKind kind(PlacedPrefix prefix, Set<Long> vpnOperators, int size) {
        AutonomousSystem operator = Objects.requireNonNull(prefix.origin().autonomousSystem());
        if (vpnOperators.contains(operator.number())) {
            return NetworkKind.VPN_EXIT;
        }
        return switch (prefix.origin().networkType()) {
            case EDGE_PLATFORM -> NetworkKind.EDGE;
            case SASE -> NetworkKind.SASE;
            case SATELLITE -> NetworkKind.SATELLITE;
            case HOSTING -> NetworkKind.CLOUD;
            case MOBILE -> NetworkKind.MOBILE;
            case EDUCATION -> NetworkKind.EDUCATION;
            case VPN, PROXY, RESIDENTIAL_PROXY, TOR, RELAY -> NetworkKind.VPN_EXIT;
            case EYEBALL -> NetworkKind.EYEBALL;
            case BUSINESS -> NetworkKind.BUSINESS;
            case UNKNOWN -> byName(operator.organization(), size);
        };
    }

    private static NetworkKind byName(@Nullable String name, int size) {
        String operator = name == null ? "" : name;
        if (MOBILE.matcher(operator).find()) {
            return NetworkKind.MOBILE;
        }
        if (EDUCATION.matcher(operator).find()) {
            return NetworkKind.EDUCATION;
        }
        if (CLOUD.matcher(operator).find()) {
            return NetworkKind.CLOUD;
        }
        return size >= LARGE || EYEBALL.matcher(operator).find() ? NetworkKind.EYEBALL : NetworkKind.BUSINESS;
    }

    private static String operatorIn(PlacedPrefix prefix) {
        return country(prefix) + number(prefix);
    }

    private static long number(PlacedPrefix prefix) {
        return Objects.requireNonNull(prefix.origin().autonomousSystem()).number();
    }

    private static String country(PlacedPrefix prefix) {
        return prefix.origin().region().country().code();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)\\b(" + alternatives + ")\\b");
    }
}
