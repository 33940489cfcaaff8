/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.ConfigLoader;
import io.whence.config.InvalidConfigException;
import io.whence.config.WhenceConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that make up the configuration, spelled the same in every command. */
final class ConfigOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file. WHENCE_HTTP_PORT in the environment, -Dwhence.http.port and --set win"
                    + " over it, in this order.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The configuration; a wrong one ends the command with all that is wrong with it. */
    WhenceConfig config(Map<String, String> options) {
        try {
            return new ConfigLoader()
                    .file(file)
                    .environment(System.getenv())
                    .system(System.getProperties())
                    .options(settings)
                    .options(options)
                    .load();
        } catch (InvalidConfigException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
