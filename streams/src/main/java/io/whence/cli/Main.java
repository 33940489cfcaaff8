/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code whence}; everything it does is one of its subcommands. */
@Command(
        name = "whence",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            IngestCommand.class,
            LookupCommand.class,
            PolicyCommand.class,
            ActionCommand.class,
            ControlCommand.class,
            TopologyCommand.class,
            ExplainCommand.class,
            TopicsCommand.class,
            ConfigCommand.class,
            RunCommand.class,
            DeliverCommand.class,
            BacktestCommand.class,
            VerifyCommand.class,
            PackCommand.class,
            ExportCommand.class,
            PrecisionCommand.class,
            EraseCommand.class,
            SimulateCommand.class,
            ScoreCommand.class,
            CalibrateCommand.class,
            BenchCommand.class,
            QuickstartCommand.class
        },
        description = "Finds out where API traffic of organizations really comes from.")
public final class Main {
    private Main() {}

    /** Runs the command and exits: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
