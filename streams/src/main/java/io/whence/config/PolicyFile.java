/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyCompiler;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.PolicyProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A policy file as read.
 *
 * @param name the file or the bundled id it was read from
 * @param document what is written in it
 * @param problems what could not be read: broken YAML, unknown keys, values of the wrong shape
 * @param lines the line, from 1 upwards, of each place that a problem may name
 */
public record PolicyFile(
        String name, PolicyDocument document, List<PolicyProblem> problems, Map<String, Integer> lines) {

    public PolicyFile {
        problems = List.copyOf(problems);
        lines = Map.copyOf(lines);
    }

    /** The compiled policy, or everything that is wrong with the file, in the order of its lines. */
    public PolicyCompilation compile() {
        var compilation = PolicyCompiler.compile(document);
        if (problems.isEmpty() && compilation.problems().isEmpty()) {
            return compilation;
        }
        return new PolicyCompilation.Refused(Stream.concat(problems.stream(), notYetNamed(compilation.problems()))
                .sorted(Comparator.comparing(problem -> line(problem).orElse(0)))
                .toList());
    }

    /** The line of a problem, or of what encloses it when it is about something missing; empty for the whole file. */
    public OptionalInt line(PolicyProblem problem) {
        var path = problem.path();
        while (!path.isEmpty() && !lines.containsKey(path)) {
            path = enclosing(path);
        }
        var line = lines.get(path);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** A problem with its place, as {@code policy.yaml:7: versions[0].mode: unknown word 'on', ...}. */
    public String describe(PolicyProblem problem) {
        var line = line(problem);
        return name + ":" + (line.isPresent() ? line.getAsInt() + ":" : "") + " " + problem;
    }

    /** What could not be read is missing or wrong to the compiler as well; saying it once is enough. */
    private Stream<PolicyProblem> notYetNamed(List<PolicyProblem> found) {
        return found.stream().filter(problem -> problems.stream().noneMatch(named -> encloses(named, problem)));
    }

    private static boolean encloses(PolicyProblem outer, PolicyProblem inner) {
        return outer.path().isEmpty()
                || inner.path().equals(outer.path())
                || inner.path().startsWith(outer.path() + ".");
    }

    private static String enclosing(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
