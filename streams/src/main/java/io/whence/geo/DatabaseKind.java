/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.util.Arrays;
import java.util.Locale;

/** The part a database plays in finding an origin, in the order of authority; each has one file at most. */
public enum DatabaseKind {
    /** Primary place: City, Country or Enterprise; Enterprise also brings network types and operators. */
    CITY("--city", "city or country or enterprise"),
    /** Operator of the network: ASN or ISP. */
    ASN("--asn", "asn or isp"),
    /** Anonymizers: Anonymous-IP, Anonymous-Plus or IP-Risk. */
    ANONYMOUS("--anonymous", "anonymous or ip-risk"),
    /** Homes rented out as proxies: Residential-Proxy. */
    RESIDENTIAL_PROXY("--residential-proxy", "residential-proxy"),
    /** Access technology: Connection-Type. */
    CONNECTION_TYPE("--connection-type", "connection-type"),
    /** Second opinion on the country, from another publisher. */
    SECOND("--second", "country or city or enterprise");

    private final String option;
    private final String types;

    DatabaseKind(String option, String types) {
        this.option = option;
        this.types = types;
    }

    /** The command line option that names its file. */
    String option() {
        return option;
    }

    /** Whether a database of this {@code database_type} can play the part. */
    boolean accepts(String databaseType) {
        var lower = databaseType.toLowerCase(Locale.ROOT);
        return Arrays.stream(types.split(" or ", -1)).anyMatch(lower::contains);
    }

    /** What to put there, for messages. */
    String expected() {
        return "a database whose type contains " + types;
    }
}
