/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.ArrayList;

/** Makes a policy from what a person wrote, or says everything that is wrong with it at once. */
public final class PolicyCompiler {
    private PolicyCompiler() {}

    /** The compiled policy, or the refusal with every problem and its place. */
    public static PolicyCompilation compile(PolicyDocument document) {
        var diagnostics = new Diagnostics();
        var id = new Written(document.id(), "openai-api", diagnostics.at("id"))
                .matching("[a-z0-9]+(-[a-z0-9]+)*", "a name in lower case letters, digits and single hyphens");
        if (document.versions().isEmpty()) {
            diagnostics.at("versions").problem("", "no versions; write at least one");
        }
        var versions = new ArrayList<VersionCompiler>();
        for (var written : document.versions()) {
            var version = new VersionCompiler(written, diagnostics.at("versions", versions.size()));
            if (!versions.isEmpty()) {
                version.checkFollows(versions.get(versions.size() - 1));
            }
            versions.add(version);
        }
        if (!diagnostics.problems().isEmpty()) {
            return new PolicyCompilation.Refused(diagnostics.problems());
        }
        var policyId = id.orElseThrow();
        var policy = new RegionPolicy(
                policyId,
                versions.stream().map(version -> version.build(policyId)).toList());
        return new PolicyCompilation.Compiled(policy, diagnostics.warnings());
    }
}
