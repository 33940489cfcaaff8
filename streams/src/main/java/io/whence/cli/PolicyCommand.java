/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence policy}: what the policies say. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Reads, compares, tries and publishes region policies.",
        subcommands = {
            PolicyCheckCommand.class,
            PolicyDiffCommand.class,
            PolicyImpactCommand.class,
            PolicyPublishCommand.class
        })
final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the policy: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
