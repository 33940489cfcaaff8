/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.ConfigReference;
import io.whence.config.WhenceConfig;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code whence config}: what is set, or all there is to set. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the configuration as it comes out of file, environment, system properties and options; secrets are"
                    + " hidden.",
            "",
            "Exit code: 0 in order, 2 not in order.",
            ""
        },
        footer = {"", "Example:", "  whence config --config whence.properties", "  whence config --reference"})
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions configuration;

    @Option(names = "--reference", description = "Print the reference page of all settings instead, in Markdown.")
    private boolean reference;

    @Override
    public Integer call() {
        if (reference) {
            spec.commandLine().getOut().print(ConfigReference.markdown());
        } else {
            WhenceConfig config = configuration.config(Map.of());
            new TreeMap<>(config.values())
                    .forEach((name, value) -> spec.commandLine().getOut().println(name + "=" + value));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
