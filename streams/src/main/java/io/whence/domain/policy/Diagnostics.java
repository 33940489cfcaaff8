/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.ArrayList;
import java.util.List;

/** What a compilation finds to say, each thing with the place in the document it is about. */
final class Diagnostics {
    private final String path;
    private final List<PolicyProblem> problems;
    private final List<PolicyProblem> warnings;

    Diagnostics() {
        this("", new ArrayList<>(), new ArrayList<>());
    }

    private Diagnostics(String path, List<PolicyProblem> problems, List<PolicyProblem> warnings) {
        this.path = path;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** The same diagnostics, speaking about a part of this place. */
    Diagnostics at(String name) {
        return new Diagnostics(path.isEmpty() ? name : path + "." + name, problems, warnings);
    }

    Diagnostics at(String name, int index) {
        return at(name + "[" + index + "]");
    }

    String path() {
        return path;
    }

    void problem(String value, String message) {
        problems.add(new PolicyProblem(path, value, message));
    }

    void warning(String value, String message) {
        warnings.add(new PolicyProblem(path, value, message));
    }

    List<PolicyProblem> problems() {
        return List.copyOf(problems);
    }

    List<PolicyProblem> warnings() {
        return List.copyOf(warnings);
    }
}
