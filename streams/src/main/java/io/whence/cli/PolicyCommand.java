/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.PolicyFile;
import io.whence.config.PolicyYaml;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code whence policy}: what the policies say. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Reads region policies.",
        subcommands = PolicyCommand.Check.class)
final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the policy: check");
    }

    /** Says in words what a policy means, or everything that is wrong with it. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Says in words what a policy means, or everything that is wrong with it.",
                "",
                "Exit code: 0 in order, 1 refused, 2 wrong usage.",
                ""
            },
            footer = {"", "Example:", "  whence policy check openai-api", "  whence policy check my-policy.yaml --json"
            })
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "FILE|ID",
                completionCandidates = BundledIds.class,
                description = "A YAML file, or the id of a bundled policy: ${COMPLETION-CANDIDATES}.")
        private String fileOrId;

        @Option(names = "--json", description = "Print JSON instead of words.")
        private boolean json;

        @Override
        public Integer call() {
            var file = load();
            var compilation = file.compile();
            var inOrder = compilation.problems().isEmpty();
            var commandLine = spec.commandLine();
            var out = inOrder || json ? commandLine.getOut() : commandLine.getErr();
            out.println(json ? PolicyJson.of(file, compilation).toPrettyString() : PolicyWords.of(file, compilation));
            out.flush();
            return inOrder ? 0 : 1;
        }

        private PolicyFile load() {
            try {
                return PolicyYaml.load(fileOrId);
            } catch (NoSuchFileException missing) {
                throw new ParameterException(spec.commandLine(), missing.getMessage(), missing);
            } catch (IOException unreadable) {
                throw new ParameterException(
                        spec.commandLine(), fileOrId + ": cannot be read: " + unreadable, unreadable);
            }
        }
    }

    /** The ids a user can name without having a file. */
    static final class BundledIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PolicyYaml.bundledIds().iterator();
        }
    }
}
