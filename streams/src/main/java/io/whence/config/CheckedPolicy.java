/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import io.whence.domain.access.Products;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyProblem;
import io.whence.domain.policy.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy file with what came of compiling it.
 *
 * @param file the file
 * @param compilation the policy, or everything that is wrong with it
 */
public record CheckedPolicy(PolicyFile file, PolicyCompilation compilation) {

    /** Compiles files that are to apply together; a file whose id an earlier one has is refused. */
    public static List<CheckedPolicy> together(List<PolicyFile> files) {
        var named = new HashMap<String, String>();
        var checked = new ArrayList<CheckedPolicy>();
        for (var file : files) {
            checked.add(new CheckedPolicy(file, distinct(file, named)));
        }
        return checked;
    }

    /**
     * Compiles files that are to apply together to these products; one that names another product is refused.
     *
     * @param products every product there is
     */
    public static List<CheckedPolicy> together(List<PolicyFile> files, Products products) {
        return together(files).stream()
                .map(checked -> new CheckedPolicy(checked.file, known(checked, products)))
                .toList();
    }

    private static PolicyCompilation known(CheckedPolicy checked, Products products) {
        var problems = new ArrayList<>(checked.compilation.problems());
        var versions = checked.file.document().versions();
        for (var version = 0; version < versions.size(); version++) {
            var named = versions.get(version).products();
            for (var index = 0; index < named.size(); index++) {
                if (!products.names().contains(named.get(index))) {
                    problems.add(
                            unknown("versions[" + version + "].products[" + index + "]", named.get(index), products));
                }
            }
        }
        return problems.isEmpty() ? checked.compilation : new PolicyCompilation.Refused(problems);
    }

    private static PolicyProblem unknown(String path, String product, Products products) {
        return new PolicyProblem(
                path,
                product,
                "unknown product '" + product + "'"
                        + Spelling.hintOr(product, products.names(), "; the setting 'products' has "));
    }

    /** Every problem, each with file and line. */
    public List<String> problems() {
        return compilation.problems().stream().map(file::describe).toList();
    }

    private static PolicyCompilation distinct(PolicyFile file, Map<String, String> named) {
        var compilation = file.compile();
        if (!(compilation instanceof PolicyCompilation.Compiled compiled)) {
            return compilation;
        }
        var id = compiled.policy().id();
        var before = named.putIfAbsent(id, file.name());
        if (before == null) {
            return compilation;
        }
        return new PolicyCompilation.Refused(List.of(new PolicyProblem(
                "id", id, "'" + id + "' is also the id of " + before + "; give each policy an id of its own")));
    }
}
