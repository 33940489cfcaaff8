/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.app.TopologyDescription;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code whence topology}: how the stream is laid out. */
@Command(
        name = "topology",
        mixinStandardHelpOptions = true,
        description = "Prints the layout of the stream as Kafka Streams describes it.",
        footer = {"", "Example:", "  whence topology"})
final class TopologyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(TopologyDescription.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
