/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings of the schema registry under the names of the Confluent client, checked and with our defaults. */
final class RegistrySettings {
    /** Every setting may also be written with this in front, as the Confluent client allows. */
    private static final String PREFIX = "schema.registry.";

    private static final Set<String> NEEDS_OAUTH = Set.of("OAUTHBEARER", "SASL_OAUTHBEARER_INHERIT");

    private static final String OAUTH_PROVIDER =
            "io.confluent.kafka.schemaregistry.client.security.bearerauth.oauth.OauthCredentialProvider";

    /**
     * The client waits 60 s for an answer by default, longer than a transaction of Kafka Streams lasts (10 s); and it
     * asks again for an id it was told does not exist. It repeats nothing here: {@link Patience} does.
     */
    private static final Map<String, String> DEFAULTS = Map.of(
            SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, "5000",
            SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, "5000",
            SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, "0",
            SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, "60");

    /** The client casts these where it parses others from text. */
    private static final Map<String, Function<String, Object>> TYPED = Map.of(
            SchemaRegistryClientConfig.LATEST_CACHE_TTL_CONFIG, Long::valueOf,
            SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, Long::valueOf,
            SchemaRegistryClientConfig.MISSING_VERSION_CACHE_TTL_CONFIG, Long::valueOf,
            SchemaRegistryClientConfig.MISSING_SCHEMA_CACHE_TTL_CONFIG, Long::valueOf,
            SchemaRegistryClientConfig.MISSING_CACHE_SIZE_CONFIG, Integer::valueOf);

    private static final Set<String> NUMBERS = Set.of(
            SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS,
            SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS,
            SchemaRegistryClientConfig.MAX_RETRIES_CONFIG,
            SchemaRegistryClientConfig.RETRIES_WAIT_MS_CONFIG,
            SchemaRegistryClientConfig.RETRIES_MAX_WAIT_MS_CONFIG,
            SchemaRegistryClientConfig.PROXY_PORT);

    private final Map<String, Object> all = new TreeMap<>();

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when one is missing or wrong; names the setting, and its value unless secret
     */
    RegistrySettings(Map<String, String> given) {
        given.forEach((name, value) -> all.put(unprefixedIfTyped(name), value));
        DEFAULTS.forEach((name, value) -> {
            if (!given.containsKey(PREFIX + name)) {
                all.putIfAbsent(name, value);
            }
        });
        all.replaceAll(RegistrySettings::typed);
        refuseWhatTheClientCannot();
    }

    /** Addresses of the registry, tried in turn. */
    List<String> urls() {
        var urls = all.get(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG);
        return List.of(String.valueOf(urls).split("\\s*,\\s*"));
    }

    Map<String, Object> forClient() {
        return Map.copyOf(all);
    }

    /** How long an id the registry denied is not asked for again. */
    Duration denial() {
        return Duration.ofSeconds((Long) all.getOrDefault(SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, 60L));
    }

    /** Time to connect and time to answer; the client itself waits that long for every single byte. */
    Duration longestLookup() {
        return Duration.ofMillis(millis(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS)
                + millis(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS));
    }

    private long millis(String name) {
        return Long.parseLong(String.valueOf(eitherWay(name)));
    }

    /** What serializers need beside the client. They log their settings, so that nothing secret goes there. */
    Map<String, Object> forSerializer() {
        var settings = new HashMap<String, Object>();
        settings.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, "given.as.client");
        settings.put("avro.remove.java.properties", "true");
        for (var name : List.of(
                AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS,
                AbstractKafkaSchemaSerDeConfig.NORMALIZE_SCHEMAS,
                AbstractKafkaSchemaSerDeConfig.USE_LATEST_VERSION,
                AbstractKafkaSchemaSerDeConfig.LATEST_COMPATIBILITY_STRICT,
                AbstractKafkaSchemaSerDeConfig.VALUE_SUBJECT_NAME_STRATEGY,
                AbstractKafkaSchemaSerDeConfig.CONTEXT_NAME_STRATEGY)) {
            var value = all.get(name);
            if (value != null) {
                settings.put(name, value);
            }
        }
        return settings;
    }

    private void refuseWhatTheClientCannot() {
        var url = all.get(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG);
        if (!(url instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException("schema.registry.url: is missing");
        }
        var source = eitherWay(SchemaRegistryClientConfig.BEARER_AUTH_CREDENTIALS_SOURCE);
        if (source != null && NEEDS_OAUTH.contains(source) && !oauthIsThere()) {
            throw new IllegalArgumentException("bearer.auth.credentials.source: " + source
                    + " needs a newer registry client than the 7.9.5 in this build, whose OAuth classes do not load with"
                    + " Kafka 4; use STATIC_TOKEN or CUSTOM, or build with -Dconfluent.version=8.x");
        }
    }

    private @Nullable Object eitherWay(String name) {
        return all.containsKey(name) ? all.get(name) : all.get(PREFIX + name);
    }

    private static boolean oauthIsThere() {
        return RegistrySettings.class.getClassLoader().getResource(OAUTH_PROVIDER.replace('.', '/') + ".class") != null;
    }

    /** The client looks for these under the short name only. */
    private static String unprefixedIfTyped(String name) {
        var bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return TYPED.containsKey(bare) ? bare : name;
    }

    private static Object typed(String name, Object value) {
        var bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        try {
            if (NUMBERS.contains(bare)) {
                Integer.parseInt(String.valueOf(value));
            }
            return TYPED.containsKey(bare) ? TYPED.get(bare).apply(String.valueOf(value)) : value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": '" + value + "' is not a whole number", e);
        }
    }
}
