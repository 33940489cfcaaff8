/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import io.whence.domain.access.Products;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/** Every setting of the application, with its type, default and meaning; the reference page is made from it. */
public final class WhenceConfig extends AbstractConfig {

    public static final String APPLICATION_ID = "application.id";
    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
    public static final String STATE_DIR = "state.dir";
    public static final String STREAM_THREADS = "num.stream.threads";
    public static final String STANDBY_REPLICAS = "num.standby.replicas";
    public static final String ROCKSDB_MEMORY = "rocksdb.memory.bytes";
    public static final String CACHE_MEMORY = "cache.memory.bytes";
    public static final String COMMIT_INTERVAL = "commit.interval.ms";
    public static final String TOPICS_CREATE = "topics.create";
    public static final String TOPICS_PARTITIONS = "topics.partitions";
    public static final String TOPICS_REPLICATION = "topics.replication.factor";
    public static final String POLICIES = "policies";
    public static final String PRODUCTS = "products";
    public static final String CITY = "geo.city";
    public static final String ASN = "geo.asn";
    public static final String ANONYMOUS = "geo.anonymous";
    public static final String RESIDENTIAL_PROXY = "geo.residential.proxy";
    public static final String CONNECTION_TYPE = "geo.connection.type";
    public static final String SECOND = "geo.second";
    public static final String NETWORKS = "geo.networks";
    public static final String GEO_TABLE = "geo.table";
    public static final String GEO_TABLE_FILE = "geo.table.file";
    public static final String GEO_RELOAD = "geo.reload.interval";
    public static final String TRUSTED_PROXIES = "access.trusted.proxies";
    public static final String TRUSTED_HOPS = "access.trusted.hops";
    public static final String IGNORED_PATHS = "access.ignored.paths";
    public static final String EVIDENCE_WEIGHTS = "evidence.weights";
    public static final String EVIDENCE_PRIOR = "evidence.prior";
    public static final String LATENESS = "tally.lateness";
    public static final String IDLE_CLOSE = "tally.idle.close.after";
    public static final String RETENTION_DAYS = "tally.retention.days";
    public static final String LEAK_ALLOWANCE = "gateway.leak.allowance";
    public static final String PRECISION_FLOOR = "precision.floor";
    public static final String BREAKER_SHARE = "breaker.share";
    public static final String BREAKER_ORGANIZATIONS = "breaker.organizations";
    public static final String REPLAY_UNTIL = "replay.until";
    public static final String PSEUDONYM_KEY = "privacy.pseudonym.key";
    public static final String SIGNING_KEY = "proof.signing.key.file";
    public static final String HTTP_HOST = "http.host";
    public static final String HTTP_PORT = "http.port";
    public static final String ALLOWED_HOSTS = "http.allowed.hosts";
    public static final String TOKENS_FILE = "http.tokens.file";
    public static final String OPEN = "http.open";
    public static final String RATE_LIMIT = "http.rate.limit";
    public static final String TLS_KEYSTORE = "http.tls.keystore";
    public static final String TLS_PASSWORD = "http.tls.keystore.password";
    public static final String LOG_IN_ISSUER = "http.log.in.issuer";
    public static final String LOG_IN_AUDIENCE = "http.log.in.audience";
    public static final String LOG_IN_KEYS = "http.log.in.keys";
    public static final String LOG_IN_ROLES = "http.log.in.roles";
    public static final String ADVERTISED = "http.advertised";
    public static final String INSTANCE_SECRET = "instances.secret";
    public static final String INSTANCE_TIMEOUT = "instances.timeout";
    public static final String MAX_STALENESS = "instances.max.staleness";
    public static final String MANAGEMENT_PORT = "http.management.port";

    /** Settings with this prefix go, without it, to every Kafka client and to Kafka Streams as they are. */
    public static final String KAFKA_PREFIX = "kafka.";

    /** Settings that begin so go to the schema registry client under their own, Confluent's, names. */
    public static final List<String> REGISTRY_PREFIXES = List.of(
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "proxy.host",
            "proxy.port",
            "auto.register.schemas",
            "use.latest.version",
            "missing.");

    public static final ConfigDef DEFINITION = SettingTable.definition();

    private final Map<String, String> given;

    WhenceConfig(Map<String, String> given) {
        super(DEFINITION, given, false);
        this.given = Map.copyOf(given);
    }

    /** What goes to Kafka clients as it is, by its own name. */
    public Map<String, Object> kafka() {
        Map<String, Object> kafka = new TreeMap<>(originalsWithPrefix(KAFKA_PREFIX));
        kafka.put(BOOTSTRAP_SERVERS, getString(BOOTSTRAP_SERVERS));
        return kafka;
    }

    /** What goes to the schema registry client, by Confluent's names. */
    public Map<String, Object> registry() {
        Map<String, Object> registry = new TreeMap<>();
        given.forEach((name, value) -> {
            if (passedToRegistry(name)) {
                registry.put(name, value);
            }
        });
        registry.put(SCHEMA_REGISTRY_URL, getString(SCHEMA_REGISTRY_URL));
        return registry;
    }

    static boolean passedToRegistry(String name) {
        return REGISTRY_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** A duration setting. */
    public Duration duration(String name) {
        return Durations.parse(getString(name));
    }

    /** Which product a request is for. */
    public Products products() {
        return Products.parse(getList(PRODUCTS));
    }

    /** A text setting that may be left empty, then null. */
    public @Nullable String optional(String name) {
        String value = getString(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** The secret that client addresses are counted under. */
    public byte[] pseudonymKey() {
        return getPassword(PSEUDONYM_KEY).value().getBytes(StandardCharsets.UTF_8);
    }
}
