/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import io.whence.domain.policy.Spelling;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Puts the configuration together. A later source wins over an earlier one:
 *
 * <ol>
 *   <li>the defaults of {@link WhenceConfig}
 *   <li>the properties file
 *   <li>environment variables: {@code WHENCE_HTTP_PORT} is {@code http.port}
 *   <li>system properties: {@code -Dwhence.http.port}
 *   <li>options of the command line
 * </ol>
 */
public final class ConfigLoader {

    private static final String ENVIRONMENT = "WHENCE_";
    private static final String SYSTEM = "whence.";

    /** Not settings: where the checkout is and where test data lies. */
    private static final List<String> NOT_SETTINGS = List.of("home", "shared.data", "log.level", "java_opts");

    private final Map<String, String> given = new TreeMap<>();

    /** Takes a properties file; null for none. */
    public ConfigLoader file(@Nullable Path file) {
        if (file == null) {
            return this;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new InvalidConfigException(List.of("--config: " + file + " cannot be read"));
        }
        properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
        return this;
    }

    /** Takes the environment. */
    public ConfigLoader environment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                put(name.substring(ENVIRONMENT.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        return this;
    }

    /** Takes system properties. */
    public ConfigLoader system(Properties properties) {
        properties.stringPropertyNames().forEach(name -> {
            if (name.startsWith(SYSTEM)) {
                put(name.substring(SYSTEM.length()), properties.getProperty(name));
            }
        });
        return this;
    }

    /** Takes options of the command line, by the names of the settings. */
    public ConfigLoader options(Map<String, String> options) {
        given.putAll(options);
        return this;
    }

    private void put(String name, String value) {
        if (!NOT_SETTINGS.contains(name)) {
            given.put(name.replace('_', '.'), value);
        }
    }

    /**
     * The configuration.
     *
     * @throws InvalidConfigException naming everything that is wrong
     */
    public WhenceConfig load() {
        List<String> problems = new ArrayList<>();
        for (ConfigValue value : WhenceConfig.DEFINITION.validate(given)) {
            problems.addAll(value.errorMessages());
        }
        given.keySet().stream()
                .filter(name -> !known(name))
                .forEach(name -> problems.add("Unknown setting '" + name + "'" + hint(name)));
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return new WhenceConfig(given);
    }

    private static String hint(String name) {
        return Spelling.hint(name, WhenceConfig.DEFINITION.names())
                .orElse("; settings for Kafka itself begin with 'kafka.'");
    }

    private static boolean known(String name) {
        return WhenceConfig.DEFINITION.names().contains(name)
                || name.startsWith(WhenceConfig.KAFKA_PREFIX)
                || WhenceConfig.passedToRegistry(name);
    }
}
