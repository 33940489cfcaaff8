/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a network list in the form its publisher gives it: a network, address or {@code AS} number per line, the exit
 * list of the Tor project, a MISP warning list, a geofeed (RFC 8805), or CSV with a header line. A line that is none of
 * these refuses the whole file: half a list is worse than the one before.
 */
final class NetworkListReader {

    private static final Set<String> FIRST_COLUMNS = Set.of("prefix", "network", "cidr", "ip_prefix", "asn");
    private static final Set<String> TOR_NOISE = Set.of("ExitNode", "Published", "LastStatus");
    private static final Pattern AS_NUMBER = Pattern.compile("(?i)as[0-9]{1,10}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    /** Nobody owns more than a /8, or a /16 of IPv6 (2002::/16); a wider network is a mistake. */
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 16;

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final GeoFile file;
    private final ListName name;
    private final Map<Cidr, NetworkClaim> prefixes = new HashMap<>();
    private final Map<Long, NetworkClaim> operators = new HashMap<>();
    private final Map<NetworkClaim, NetworkClaim> claims = new HashMap<>();
    private List<String> header = List.of();

    private NetworkListReader(GeoFile file, ListName name) {
        this.file = file;
        this.name = name;
    }

    static NetworkList read(GeoFile file, ListName name) throws GeoSourceException {
        var reader = new NetworkListReader(file, name);
        var lines = reader.lines();
        for (int i = 0; i < lines.size(); i++) {
            reader.read(lines.get(i), i + 1);
        }
        return reader.list();
    }

    private NetworkList list() throws GeoSourceException {
        int size = prefixes.size() + operators.size();
        if (size == 0) {
            throw new GeoSourceException(file.name(), "names no network; the download failed, or the file is no list");
        }
        var build = new DatabaseBuild(name.stem(), name.builtAt(file.modified()), file.sha256());
        return new NetworkList(build, PrefixTable.of(prefixes), Map.copyOf(operators), size);
    }

    private List<String> lines() throws GeoSourceException {
        var text = text();
        return text.startsWith("{") ? warningList(text) : text.lines().toList();
    }

    private String text() throws GeoSourceException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content()));
            return text.toString().strip().replace("\ufeff", "");
        } catch (CharacterCodingException binary) {
            throw new GeoSourceException(file.name(), "is not text; unpack it first if it is an archive", binary);
        }
    }

    private List<String> warningList(String json) throws GeoSourceException {
        try {
            var entries = new ArrayList<String>();
            new ObjectMapper().readTree(json).path("list").forEach(entry -> entries.add(entry.asText()));
            return entries;
        } catch (JsonProcessingException broken) {
            throw new GeoSourceException(file.name(), "is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private void read(String text, int number) throws GeoSourceException {
        var line = CsvLine.of(text);
        if (line.isBlank()) {
            return;
        }
        if (FIRST_COLUMNS.contains(line.first().toLowerCase(Locale.ROOT))) {
            header = line.fields().stream().map(f -> f.toLowerCase(Locale.ROOT)).toList();
            return;
        }
        var words = line.first().split("\\s+", -1);
        if (TOR_NOISE.contains(words[0])) {
            return;
        }
        read(words["ExitAddress".equals(words[0]) && words.length > 1 ? 1 : 0], line, number);
    }

    private void read(String network, CsvLine line, int number) throws GeoSourceException {
        if (AS_NUMBER.matcher(network).matches()) {
            operators.put(Long.valueOf(network.substring(2)), claim(NetworkClaim.Basis.OPERATOR, line, number));
        } else if (saysNumbers() && NUMBER.matcher(network).matches()) {
            operators.put(Long.valueOf(network), claim(NetworkClaim.Basis.OPERATOR, line, number));
        } else {
            prefixes.put(prefix(network, number), claim(NetworkClaim.Basis.ADDRESS, line, number));
        }
    }

    private boolean saysNumbers() {
        return name.numbers() || header.indexOf("asn") == 0;
    }

    private Cidr prefix(String text, int number) throws GeoSourceException {
        var network = network(text, number);
        if (network.prefixLength() < (network.network().isIpv4() ? WIDEST_IPV4 : WIDEST_IPV6)) {
            throw refusal(number, "'" + text + "' is wider than any one network is");
        }
        return network;
    }

    private Cidr network(String text, int number) throws GeoSourceException {
        var address = IpAddress.parse(text);
        if (address.isPresent()) {
            return Cidr.around(address.get(), address.get().isIpv4() ? IPV4_BITS : IPV6_BITS);
        }
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw refusal(number, String.valueOf(malformed.getMessage()));
        }
    }

    private NetworkClaim claim(NetworkClaim.Basis basis, CsvLine line, int number) throws GeoSourceException {
        var claim = new NetworkClaim(
                name.stem(), basis, type(line, number), serviceName(line), country(line, basis, number));
        return claims.computeIfAbsent(claim, same -> same);
    }

    private NetworkType type(CsvLine line, int number) throws GeoSourceException {
        var type = column(line, "type");
        try {
            return type.isEmpty() ? name.type() : NetworkType.valueOf(type);
        } catch (IllegalArgumentException unknown) {
            throw refusal(number, "'" + type + "' is no network type");
        }
    }

    private @Nullable String serviceName(CsvLine line) {
        var provider = (column(line, "provider") + " " + column(line, "region")).strip();
        for (var candidate : List.of(column(line, "name"), column(line, "entity"), provider, line.comment())) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return name.brand();
    }

    /**
     * The column {@code country}, or the country of a cloud's region; without a header the second field, as a geofeed
     * has it.
     */
    private @Nullable Region country(CsvLine line, NetworkClaim.Basis basis, int number) throws GeoSourceException {
        boolean geofeed = header.isEmpty() && basis == NetworkClaim.Basis.ADDRESS;
        var code = geofeed ? line.field(1) : column(line, "country");
        if (code.isEmpty()) {
            return CloudRegions.countryOf(column(line, "provider"), column(line, "region"));
        }
        if (!COUNTRY.matcher(code).matches()) {
            throw refusal(number, "'" + code + "' is no ISO 3166-1 alpha-2 country code");
        }
        return new Region(code.toUpperCase(Locale.ROOT));
    }

    private String column(CsvLine line, String column) {
        return line.field(header.indexOf(column));
    }

    private GeoSourceException refusal(int line, String problem) {
        return new GeoSourceException(file.name() + ":" + line, problem);
    }
}
