/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.NetworkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of all databases, and the network lists, claim about the kind of network; collected in order. */
final class Claims {

    /** A residential proxy is claimed from here on, in per cent: more likely than not. */
    private static final int RESIDENTIAL_CONFIDENCE = 50;

    /** An address that many places announce: its publisher chose the one that answers. */
    private static final String ANYCAST = "anycast";

    /** Connection types and user types of MaxMind; others ("router") say nothing about the network. */
    private static final Map<String, NetworkType> NETWORK_TYPES = Map.ofEntries(
            Map.entry("Cable/DSL", NetworkType.EYEBALL),
            Map.entry("Dialup", NetworkType.EYEBALL),
            Map.entry("Cellular", NetworkType.MOBILE),
            Map.entry("Corporate", NetworkType.BUSINESS),
            Map.entry("Satellite", NetworkType.SATELLITE),
            Map.entry("residential", NetworkType.EYEBALL),
            Map.entry("dialup", NetworkType.EYEBALL),
            Map.entry("cafe", NetworkType.EYEBALL),
            Map.entry("traveler", NetworkType.EYEBALL),
            Map.entry("cellular", NetworkType.MOBILE),
            Map.entry("business", NetworkType.BUSINESS),
            Map.entry("government", NetworkType.BUSINESS),
            Map.entry("military", NetworkType.BUSINESS),
            Map.entry("college", NetworkType.EDUCATION),
            Map.entry("school", NetworkType.EDUCATION),
            Map.entry("library", NetworkType.EDUCATION),
            Map.entry("hosting", NetworkType.HOSTING),
            Map.entry("search_engine_spider", NetworkType.HOSTING),
            Map.entry("content_delivery_network", NetworkType.EDGE_PLATFORM),
            Map.entry("consumer_privacy_network", NetworkType.RELAY));

    private final GeoDatabases databases;
    private final List<NetworkClaim> claims = new ArrayList<>();

    private Claims(GeoDatabases databases) {
        this.databases = databases;
    }

    static List<NetworkClaim> of(Answers answers, GeoDatabases databases) {
        var claims = new Claims(databases);
        claims.fromPlace(answers.place());
        claims.fromOperator(answers.operator());
        claims.fromAnonymizer(answers.anonymizer());
        claims.fromResidentialProxy(answers.residentialProxy());
        claims.fromConnection(answers.connection());
        claims.claims.addAll(answers.lists());
        return claims.claims;
    }

    private void fromPlace(Records.@Nullable Place place) {
        var traits = place == null ? null : place.traits();
        if (traits == null) {
            return;
        }
        claimIf(traits.anonymousProxy(), DatabaseKind.CITY, NetworkType.PROXY, null);
        claimIf(traits.anycast(), DatabaseKind.CITY, NetworkType.EDGE_PLATFORM, ANYCAST);
        claimIf(traits.satelliteProvider(), DatabaseKind.CITY, NetworkType.SATELLITE, null);
        claimNamed(traits.connectionType(), DatabaseKind.CITY);
        claimNamed(traits.userType(), DatabaseKind.CITY);
    }

    private void fromOperator(Records.@Nullable Operator operator) {
        if (operator != null) {
            claimIf(operator.mobileNetworkCode() != null, DatabaseKind.ASN, NetworkType.MOBILE, operator.isp());
        }
    }

    private void fromAnonymizer(Records.@Nullable Anonymizer anonymizer) {
        if (anonymizer == null) {
            return;
        }
        int before = claims.size();
        var provider = anonymizer.provider();
        claimIf(anonymizer.tor(), DatabaseKind.ANONYMOUS, NetworkType.TOR, provider);
        claimIf(anonymizer.residentialProxy(), DatabaseKind.ANONYMOUS, NetworkType.RESIDENTIAL_PROXY, provider);
        claimIf(anonymizer.vpn(), DatabaseKind.ANONYMOUS, NetworkType.VPN, provider);
        claimIf(anonymizer.publicProxy(), DatabaseKind.ANONYMOUS, NetworkType.PROXY, provider);
        claimIf(anonymizer.hosting(), DatabaseKind.ANONYMOUS, NetworkType.HOSTING, provider);
        if (claims.size() == before) {
            claimIf(anonymizer.anonymous(), DatabaseKind.ANONYMOUS, NetworkType.PROXY, provider);
        }
    }

    private void fromResidentialProxy(Records.@Nullable ResidentialProxy proxy) {
        if (proxy == null) {
            return;
        }
        var confidence = proxy.confidence();
        boolean likely = confidence == null || confidence >= RESIDENTIAL_CONFIDENCE;
        claimIf(likely, DatabaseKind.RESIDENTIAL_PROXY, NetworkType.RESIDENTIAL_PROXY, proxy.provider());
    }

    private void fromConnection(Records.@Nullable Connection connection) {
        if (connection != null) {
            claimNamed(connection.connectionType(), DatabaseKind.CONNECTION_TYPE);
        }
    }

    private void claimNamed(@Nullable String maxMindType, DatabaseKind kind) {
        var type = maxMindType == null ? null : NETWORK_TYPES.get(maxMindType);
        if (type != null) {
            claims.add(NetworkClaim.byDatabase(databases.source(kind), type, null));
        }
    }

    private void claimIf(@Nullable Boolean says, DatabaseKind kind, NetworkType type, @Nullable String name) {
        if (Boolean.TRUE.equals(says)) {
            claims.add(NetworkClaim.byDatabase(databases.source(kind), type, name));
        }
    }
}
