/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.policy.PolicyDiff;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in words what changes from one state of a policy to another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says in words what changes from one state of a policy to another, version by version: regions with the"
                    + " territories that inherit, dates, mode, enforcement, thresholds, products; and whether it widens"
                    + " enforcement, that is, whether anybody may be worse off.",
            "",
            "Exit code: 0 compared, 1 one is refused, 2 wrong usage.",
            ""
        },
        footer = {"", "Example:", "  whence policy diff openai-api my-policy.yaml"})
final class PolicyDiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "A YAML file, or the id of a bundled policy.")
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "Likewise.")
    private String after;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        var old = PolicyFiles.compiled(spec, before);
        var renewed = PolicyFiles.compiled(spec, after);
        if (old.isEmpty() || renewed.isEmpty()) {
            return 1;
        }
        var diff = PolicyDiff.between(old.get(), renewed.get());
        var out = spec.commandLine().getOut();
        out.println(json ? PolicyDiffJson.of(diff).toPrettyString() : PolicyDiffWords.of(diff));
        out.flush();
        return 0;
    }
}
