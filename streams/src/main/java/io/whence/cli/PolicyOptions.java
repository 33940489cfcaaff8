/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.CheckedPolicy;
import io.whence.config.PolicyFile;
import io.whence.config.PolicyYaml;
import io.whence.domain.access.Products;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.RegionPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names policies, spelled the same in every command. */
final class PolicyOptions {

    /** What applies where nobody names a policy. */
    static final String DEFAULT = "openai-api";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--policy",
            arity = "1..*",
            paramLabel = "ID|FILE",
            description = "Policies to judge by: names of bundled ones, or YAML files. Default: " + DEFAULT + ".")
    private List<String> named = List.of();

    /**
     * The policies, compiled; a refused one ends the command with all that is wrong with it.
     *
     * @param products every product there is
     */
    List<RegionPolicy> policies(Products products) {
        return policies(named.isEmpty() ? List.of(DEFAULT) : named, products);
    }

    /** The policies that are named here and in the configuration; none when none is named. */
    List<RegionPolicy> policiesAnd(Collection<String> configured, Products products) {
        List<String> all = new ArrayList<>(configured);
        all.addAll(named);
        return policies(all, products);
    }

    private List<RegionPolicy> policies(List<String> filesOrIds, Products products) {
        return CheckedPolicy.together(filesOrIds.stream().map(this::load).toList(), products).stream()
                .map(this::policy)
                .toList();
    }

    private RegionPolicy policy(CheckedPolicy checked) {
        if (checked.compilation() instanceof PolicyCompilation.Compiled compiled) {
            return compiled.policy();
        }
        throw new ParameterException(
                spec.commandLine(),
                "--policy: " + checked.file().name() + " is refused:\n  " + String.join("\n  ", checked.problems()));
    }

    private PolicyFile load(String fileOrId) {
        try {
            return PolicyYaml.load(fileOrId);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "--policy: " + unreadable.getMessage(), unreadable);
        }
    }
}
