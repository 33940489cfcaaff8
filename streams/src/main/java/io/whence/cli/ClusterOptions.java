/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.WhenceConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that talk to a cluster and its registry. */
final class ClusterOptions {

    @Mixin
    private ConfigOptions configuration;

    @Option(
            names = {"--brokers", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            description = "The setting bootstrap.servers.")
    private @Nullable String brokers;

    @Option(names = "--schema-registry-url", paramLabel = "URL", description = "The setting schema.registry.url.")
    private @Nullable String registry;

    /** The configuration; a wrong one ends the command with all that is wrong with it. */
    WhenceConfig config() {
        Map<String, String> options = new LinkedHashMap<>();
        if (brokers != null) {
            options.put(WhenceConfig.BOOTSTRAP_SERVERS, brokers);
        }
        if (registry != null) {
            options.put(WhenceConfig.SCHEMA_REGISTRY_URL, registry);
        }
        return configuration.config(options);
    }
}
