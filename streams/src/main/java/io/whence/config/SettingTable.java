/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static io.whence.config.WhenceConfig.ANONYMOUS;
import static io.whence.config.WhenceConfig.APPLICATION_ID;
import static io.whence.config.WhenceConfig.ASN;
import static io.whence.config.WhenceConfig.BOOTSTRAP_SERVERS;
import static io.whence.config.WhenceConfig.CACHE_MEMORY;
import static io.whence.config.WhenceConfig.CITY;
import static io.whence.config.WhenceConfig.COMMIT_INTERVAL;
import static io.whence.config.WhenceConfig.CONNECTION_TYPE;
import static io.whence.config.WhenceConfig.GEO_RELOAD;
import static io.whence.config.WhenceConfig.GEO_TABLE;
import static io.whence.config.WhenceConfig.GEO_TABLE_FILE;
import static io.whence.config.WhenceConfig.IDLE_CLOSE;
import static io.whence.config.WhenceConfig.IGNORED_PATHS;
import static io.whence.config.WhenceConfig.LATENESS;
import static io.whence.config.WhenceConfig.NETWORKS;
import static io.whence.config.WhenceConfig.POLICIES;
import static io.whence.config.WhenceConfig.PRODUCTS;
import static io.whence.config.WhenceConfig.PSEUDONYM_KEY;
import static io.whence.config.WhenceConfig.RESIDENTIAL_PROXY;
import static io.whence.config.WhenceConfig.RETENTION_DAYS;
import static io.whence.config.WhenceConfig.ROCKSDB_MEMORY;
import static io.whence.config.WhenceConfig.SCHEMA_REGISTRY_URL;
import static io.whence.config.WhenceConfig.SECOND;
import static io.whence.config.WhenceConfig.STANDBY_REPLICAS;
import static io.whence.config.WhenceConfig.STATE_DIR;
import static io.whence.config.WhenceConfig.STREAM_THREADS;
import static io.whence.config.WhenceConfig.TOPICS_CREATE;
import static io.whence.config.WhenceConfig.TOPICS_PARTITIONS;
import static io.whence.config.WhenceConfig.TOPICS_REPLICATION;
import static io.whence.config.WhenceConfig.TRUSTED_HOPS;
import static io.whence.config.WhenceConfig.TRUSTED_PROXIES;
import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.whence.domain.access.Products;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Every setting with its type, default and meaning. */
final class SettingTable {

    private SettingTable() {}

    static ConfigDef definition() {
        ConfigDef all = new ConfigDef();
        kafka(all);
        topics(all);
        products(all);
        geolocation(all);
        counting(all);
        CaseTable.define(all);
        ServingTable.define(all);
        DeliveryTable.define(all);
        return all;
    }

    @SuppressWarnings("MethodLength") // a table, not logic
    private static void kafka(ConfigDef all) {
        all.define(
                APPLICATION_ID,
                STRING,
                "whence",
                HIGH,
                "Consumer group, prefix of internal topics and of transactional ids. Another id is another application with a state of its own.");
        all.define(
                BOOTSTRAP_SERVERS, STRING, "localhost:9092", HIGH, "Brokers to ask first, host:port, comma-separated.");
        all.define(
                SCHEMA_REGISTRY_URL,
                STRING,
                "http://localhost:8081",
                HIGH,
                "Address of the schema registry. Everything else about it goes under Confluent's names, such as basic.auth.user.info and schema.registry.ssl.truststore.location.");
        all.define(
                STATE_DIR,
                STRING,
                "/var/lib/whence",
                HIGH,
                "Folder of the state stores. Lost state is restored from the changelog topics.");
        all.define(STREAM_THREADS, INT, 2, atLeast(1), MEDIUM, "Threads that process partitions.");
        all.define(
                STANDBY_REPLICAS,
                INT,
                0,
                atLeast(0),
                MEDIUM,
                "Copies of each store on other instances, so that one can take over at once. Use 1 from two instances on.");
        all.define(
                ROCKSDB_MEMORY,
                LONG,
                268_435_456L,
                atLeast(16_777_216),
                MEDIUM,
                "Memory of all RocksDB stores of the instance together, in bytes: block cache and write buffers.");
        all.define(
                CACHE_MEMORY,
                LONG,
                268_435_456L,
                atLeast(0),
                MEDIUM,
                "Memory for values that were touched lately, changes that are not written to stores and changelogs yet among them, in bytes; all threads together.");
        all.define(
                COMMIT_INTERVAL,
                LONG,
                1000L,
                atLeast(10),
                MEDIUM,
                "Milliseconds between transactions. What is read downstream is at most this old.");
    }

    private static void topics(ConfigDef all) {
        all.define(
                TOPICS_CREATE,
                STRING,
                "true",
                ConfigDef.ValidString.in("true", "false"),
                MEDIUM,
                "Whether to create topics that are missing; false where an operator creates them.");
        all.define(
                TOPICS_PARTITIONS,
                INT,
                4,
                atLeast(1),
                HIGH,
                "Partitions of topics that are created. Access logs and organizations must have the same number.");
        all.define(
                TOPICS_REPLICATION,
                INT,
                -1,
                HIGH,
                "Replication factor of topics that are created; -1 for the broker's default.");
        all.define(
                POLICIES,
                LIST,
                List.of(),
                HIGH,
                "Policies to put on the policy topic at the start, as names of bundled ones or paths of YAML files. What is there already stays; whence policy publish changes it.");
    }

    private static void products(ConfigDef all) {
        all.define(
                PRODUCTS,
                LIST,
                List.of(),
                ConfigDef.LambdaValidator.with(SettingTable::requireProducts, () -> "name=/path entries"),
                MEDIUM,
                "Products by the paths of their requests, such as chat=/v1/chat,images=/v1/images, for policies that apply to some products only. The longest path wins, whole segments only, and letter case counts; what no path begins is the product other.");
    }

    @SuppressWarnings("unchecked")
    private static void requireProducts(String name, Object entries) {
        try {
            Products.parse((List<String>) entries);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(name, entries, wrong.getMessage());
        }
    }

    @SuppressWarnings("MethodLength") // a table, not logic
    private static void geolocation(ConfigDef all) {
        all.define(
                CITY,
                STRING,
                "",
                HIGH,
                "GeoIP2 City, Country or Enterprise or GeoLite2 City database. Without it the bundled GeoLite2 of November 2019 answers: demo data, not fit for real notices.");
        all.define(
                ASN,
                STRING,
                "",
                HIGH,
                "GeoLite2 ASN or GeoIP2 ISP database. Without geo.city and geo.asn the bundled one of 2019 answers.");
        all.define(ANONYMOUS, STRING, "", MEDIUM, "GeoIP2 Anonymous IP or Anonymous Plus database.");
        all.define(RESIDENTIAL_PROXY, STRING, "", LOW, "GeoIP2 Residential Proxy database.");
        all.define(CONNECTION_TYPE, STRING, "", LOW, "GeoIP2 Connection Type database.");
        all.define(
                SECOND,
                STRING,
                "",
                MEDIUM,
                "Second country database of another publisher. Where the two disagree nobody is accused.");
        all.define(
                NETWORKS,
                STRING,
                "",
                MEDIUM,
                "Folder of network lists: VPN, hosting, Tor, relay, edge platform, SASE, mobile, satellite.");
        all.define(
                GEO_TABLE,
                STRING,
                "true",
                ConfigDef.ValidString.in("true", "false"),
                LOW,
                "Whether to find out beforehand what databases and lists say of every address. Look-ups cost a twentieth"
                        + " then, for some 20 s of a core after each start and change and some 300 MB of memory; the"
                        + " answers are the same.");
        all.define(
                GEO_TABLE_FILE,
                STRING,
                "",
                LOW,
                "File that keeps what was found beforehand, some 100 MB; a start with the same databases and lists reads"
                        + " it instead of finding all again. Its folder is made; whoever can write the file can place"
                        + " addresses. Empty for none.");
        all.define(GEO_RELOAD, STRING, "PT1M", Durations.VALID, LOW, "How often to look for new database files.");
    }

    @SuppressWarnings("MethodLength") // a table, not logic
    private static void counting(ConfigDef all) {
        all.define(
                TRUSTED_PROXIES,
                LIST,
                List.of(),
                HIGH,
                "Networks of your own proxies, in CIDR notation. Only their forwarding headers are believed.");
        all.define(
                TRUSTED_HOPS,
                INT,
                0,
                between(0, 16),
                HIGH,
                "Instead of networks: how many proxies of yours every request passes.");
        all.define(
                IGNORED_PATHS,
                LIST,
                List.of(),
                MEDIUM,
                "Path prefixes that are nobody's use of the API, such as /healthz. Counted as filtered in the ledger.");
        all.define(
                LATENESS,
                STRING,
                "PT6H",
                Durations.VALID,
                HIGH,
                "How long after its end a day takes events, in the organization's own event time. A day is judged once, when it closes; what comes later is counted as late in the ledger.");
        all.define(
                IDLE_CLOSE,
                STRING,
                "PT15M",
                Durations.VALID,
                MEDIUM,
                "How long an organization must be silent, while others send or nobody does, before its past days are closed without waiting for its next event.");
        all.define(RETENTION_DAYS, INT, 400, between(28, 3660), MEDIUM, "Days that tallies and totals are kept.");
        all.define(
                PSEUDONYM_KEY,
                PASSWORD,
                "whence",
                HIGH,
                "Secret that client addresses are counted under, so that the state does not give them back. Set one of your own, the same on all instances; changing it makes addresses count anew.");
    }
}
