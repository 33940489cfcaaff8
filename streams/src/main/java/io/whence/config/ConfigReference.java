/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** The reference page of all settings, made from their definitions so that it cannot be wrong. */
public final class ConfigReference {

    private static final String INTRODUCTION = """
            # Configuration

            This page is made by `whence config --reference` and checked by a test.

            A later source wins over an earlier one: the defaults below, the properties file (`--config FILE`), the
            environment (`WHENCE_HTTP_PORT` is `http.port`), system properties (`-Dwhence.http.port`), options of the
            command line (`--set http.port=8080`). Unknown settings are errors. Durations are written as `15m`, `6h` or
            `PT6H`.

            Settings that begin with `kafka.` go to every Kafka client and to Kafka Streams without that prefix, such as
            `kafka.security.protocol=SASL_SSL`. Settings of the schema registry client have Confluent's own names, such as
            `basic.auth.credentials.source`, `basic.auth.user.info` and `schema.registry.ssl.truststore.location`.

            | setting | default | meaning |
            |---|---|---|
            """;

    private ConfigReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Map<String, ConfigDef.ConfigKey> keys = new TreeMap<>(WhenceConfig.DEFINITION.configKeys());
        keys.forEach((name, key) -> page.append("| `")
                .append(name)
                .append("` | ")
                .append(defaultOf(key))
                .append(" | ")
                .append(key.documentation)
                .append(range(key))
                .append(" |\n"));
        return page.toString();
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (key.type == ConfigDef.Type.PASSWORD) {
            return key.hasDefault() && ((Password) key.defaultValue).value().isEmpty() ? "none" : "(a public one)";
        }
        String value = Objects.toString(ConfigDef.convertToString(key.defaultValue, key.type), "");
        return value.isEmpty() ? "none" : "`" + value + "`";
    }

    private static String range(ConfigDef.ConfigKey key) {
        return key.validator == null || key.type == ConfigDef.Type.STRING
                ? ""
                : " Valid: " + key.validator.toString().toLowerCase(Locale.ROOT) + ".";
    }
}
