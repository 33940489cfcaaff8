/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.util.List;
import java.util.Locale;

/** The part a database plays in finding an origin, in the order of authority; each has one file at most. */
public enum DatabaseKind {
    /** Primary place: City, Country or Enterprise; Enterprise also brings network types and operators. */
    CITY("--city", "city", "country", "enterprise"),
    /** Operator of the network: ASN or ISP. */
    ASN("--asn", "asn", "isp"),
    /** Anonymizers: Anonymous-IP, Anonymous-Plus or IP-Risk. */
    ANONYMOUS("--anonymous", "anonymous", "ip-risk"),
    /** Homes rented out as proxies: Residential-Proxy. */
    RESIDENTIAL_PROXY("--residential-proxy", "residential-proxy"),
    /** Access technology: Connection-Type. */
    CONNECTION_TYPE("--connection-type", "connection-type"),
    /** Second opinion on the country, from another publisher. */
    SECOND("--second", "country", "city", "enterprise");

    private final String option;
    private final List<String> types;

    DatabaseKind(String option, String... types) {
        this.option = option;
        this.types = List.of(types);
    }

    /** The command line option that names its file. */
    String option() {
        return option;
    }

    /** Whether a database of this {@code database_type} can play the part. */
    boolean accepts(String databaseType) {
        var lower = databaseType.toLowerCase(Locale.ROOT);
        return types.stream().anyMatch(lower::contains);
    }

    /** What to put there, for messages. */
    String expected() {
        return "a database whose type contains " + String.join(" or ", types);
    }
}
