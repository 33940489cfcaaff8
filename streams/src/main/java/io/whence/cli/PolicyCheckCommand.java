/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whence.config.CheckedPolicy;
import io.whence.config.PolicyFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in words what policies mean, or everything that is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says in words what a policy means, or everything that is wrong with it. Of several files it also says"
                    + " whether they can apply together; as JSON they are then an array. Products are checked where the configuration names them.",
            "",
            "Exit code: 0 in order, 1 refused, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence policy check openai-api",
            "  whence policy check my-policy.yaml --json",
            "  whence policy check my-policy.yaml --set products=chat=/v1/chat,images=/v1/images"
        })
final class PolicyCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|ID",
            completionCandidates = PolicyFiles.BundledIds.class,
            description = "A YAML file, or the id of a bundled policy: ${COMPLETION-CANDIDATES}.")
    private List<String> filesOrIds;

    @Mixin
    private ConfigOptions configuration;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        var policies = check(filesOrIds.stream().map(this::load).toList());
        var inOrder = policies.stream()
                .allMatch(policy -> policy.compilation().problems().isEmpty());
        var commandLine = spec.commandLine();
        var out = inOrder || json ? commandLine.getOut() : commandLine.getErr();
        out.println(json ? json(policies).toPrettyString() : words(policies));
        out.flush();
        return inOrder ? 0 : 1;
    }

    /** Without configured products, nothing is known about which there are. */
    private List<CheckedPolicy> check(List<PolicyFile> files) {
        var products = configuration.config(Map.of()).products();
        return products.names().size() == 1 ? CheckedPolicy.together(files) : CheckedPolicy.together(files, products);
    }

    private static String words(List<CheckedPolicy> policies) {
        return policies.stream()
                .map(policy -> PolicyWords.of(policy.file(), policy.compilation()))
                .collect(Collectors.joining(System.lineSeparator().repeat(2)));
    }

    private static JsonNode json(List<CheckedPolicy> policies) {
        var all = policies.stream()
                .map(policy -> PolicyJson.of(policy.file(), policy.compilation()))
                .toList();
        return all.size() == 1
                ? all.get(0)
                : JsonNodeFactory.instance.arrayNode().addAll(all);
    }

    private PolicyFile load(String fileOrId) {
        return PolicyFiles.load(spec, fileOrId);
    }
}
