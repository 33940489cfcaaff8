/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static io.whence.config.WhenceConfig.ADVERTISED;
import static io.whence.config.WhenceConfig.ALLOWED_HOSTS;
import static io.whence.config.WhenceConfig.HTTP_HOST;
import static io.whence.config.WhenceConfig.HTTP_PORT;
import static io.whence.config.WhenceConfig.INSTANCE_SECRET;
import static io.whence.config.WhenceConfig.INSTANCE_TIMEOUT;
import static io.whence.config.WhenceConfig.LOG_IN_AUDIENCE;
import static io.whence.config.WhenceConfig.LOG_IN_ISSUER;
import static io.whence.config.WhenceConfig.LOG_IN_KEYS;
import static io.whence.config.WhenceConfig.LOG_IN_ROLES;
import static io.whence.config.WhenceConfig.MANAGEMENT_PORT;
import static io.whence.config.WhenceConfig.MAX_STALENESS;
import static io.whence.config.WhenceConfig.OPEN;
import static io.whence.config.WhenceConfig.RATE_LIMIT;
import static io.whence.config.WhenceConfig.TLS_KEYSTORE;
import static io.whence.config.WhenceConfig.TLS_PASSWORD;
import static io.whence.config.WhenceConfig.TOKENS_FILE;
import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of whom the application answers, and where. */
final class ServingTable {

    private ServingTable() {}

    static void define(ConfigDef all) {
        all.define(HTTP_HOST, STRING, "127.0.0.1", HIGH, "Address to serve the API and the page on.");
        all.define(
                ALLOWED_HOSTS,
                LIST,
                List.of("localhost", "127.0.0.1", "[::1]"),
                HIGH,
                "Names, without port, that requests may ask for in the Host header, on whatever address http.host is; all others are refused, so that no page elsewhere can read this one (DNS rebinding). Bound to other than loopback, IP addresses are also answered: health checks and scrapers ask for them, and they cannot be rebound.");
        all.define(
                TOKENS_FILE,
                STRING,
                "",
                HIGH,
                "File of those whom the API knows, one a line: viewer, gateway, officer, admin or organization:ID, the SHA-256 of their token in hexadecimal digits, and a name, such as: gateway 9f86d081...0a08 edge-1. Once set, nothing is answered without a token; officers act under their name. Without it, and without http.log.in.issuer, everybody on this machine reads, and nobody acts.");
        ports(all);
        tls(all);
        callers(all);
        logIn(all);
        instances(all);
    }

    private static void ports(ConfigDef all) {
        all.define(HTTP_PORT, INT, 8080, between(0, 65535), HIGH, "Port of the API and the page; 0 for any.");
        all.define(
                MANAGEMENT_PORT,
                INT,
                9464,
                between(0, 65535),
                MEDIUM,
                "Port of health, readiness and metrics; 0 for any.");
    }

    private static void tls(ConfigDef all) {
        all.define(
                TLS_KEYSTORE,
                STRING,
                "",
                HIGH,
                "File with the certificate and key that the API is served under, PKCS#12 or JKS; a changed file is taken while it runs. Empty for plain HTTP, which the management port always speaks.");
        all.define(TLS_PASSWORD, PASSWORD, "", HIGH, "Password of that file.");
    }

    private static void callers(ConfigDef all) {
        all.define(
                OPEN,
                STRING,
                "false",
                ConfigDef.ValidString.in("true", "false"),
                HIGH,
                "Whether everybody who reaches the API reads it as long as nobody is known: only where something else keeps others out. Otherwise it is closed until http.tokens.file or http.log.in.issuer is set.");
        all.define(
                RATE_LIMIT,
                INT,
                100,
                between(0, 1_000_000),
                MEDIUM,
                "Requests a second that each caller may make, ten seconds' worth of it at once; more are answered 429. What gateways and instances ask is not counted. 0 for no limit.");
    }

    private static void logIn(ConfigDef all) {
        all.define(
                LOG_IN_ISSUER,
                STRING,
                "",
                HIGH,
                "Issuer of the signed tokens (JWT, RS256 or ES256) by which a log-in provider vouches for callers, exactly as their iss says. Empty for none.");
        all.define(LOG_IN_AUDIENCE, STRING, "", HIGH, "For whom these tokens must be, as their aud says.");
        all.define(
                LOG_IN_KEYS,
                STRING,
                "",
                HIGH,
                "The provider's keys (JWKS): an https address, read again when keys change, or a file.");
        all.define(
                LOG_IN_ROLES,
                STRING,
                "roles",
                MEDIUM,
                "The claim that names roles: officer, admin, viewer, gateway, or organization with the claim organization_id.");
    }

    private static void instances(ConfigDef all) {
        all.define(
                ADVERTISED,
                STRING,
                "",
                HIGH,
                "Host and port, such as whence-1.internal:8080, at which other instances reach the API of this one. Each then answers for all, reading what others hold from them. Empty for an only instance.");
        all.define(
                INSTANCE_SECRET,
                PASSWORD,
                "",
                HIGH,
                "What instances know each other by, the same at all of them, at least 32 characters. It is never sent: requests are signed with it.");
        all.define(
                INSTANCE_TIMEOUT,
                STRING,
                "PT2S",
                Durations.VALID,
                MEDIUM,
                "How long one instance waits for one answer of another, before it asks one that has a copy.");
        all.define(
                MAX_STALENESS,
                STRING,
                "PT5M",
                Durations.VALID,
                MEDIUM,
                "A copy of the state that may be further behind than that answers nothing. Every answer says how far behind it may be.");
    }
}
