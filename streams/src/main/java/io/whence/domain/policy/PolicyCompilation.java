/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.List;
import java.util.stream.Collectors;

/** What came of compiling a policy: the policy, or everything that is wrong with it. */
public sealed interface PolicyCompilation {

    /** What stands in the way; empty when the policy compiled. */
    List<PolicyProblem> problems();

    /** What compiled but may not be what was meant. */
    List<PolicyProblem> warnings();

    /**
     * The compiled policy.
     *
     * @throws IllegalArgumentException when it was refused; the message lists every problem
     */
    RegionPolicy orThrow();

    /**
     * A policy that is in order.
     *
     * @param policy the policy
     * @param warnings what may not be what was meant
     */
    record Compiled(RegionPolicy policy, List<PolicyProblem> warnings) implements PolicyCompilation {
        public Compiled {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<PolicyProblem> problems() {
            return List.of();
        }

        @Override
        public RegionPolicy orThrow() {
            return policy;
        }
    }

    /**
     * A policy that is not in order.
     *
     * @param problems everything that is wrong with it, at least one
     */
    record Refused(List<PolicyProblem> problems) implements PolicyCompilation {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public List<PolicyProblem> warnings() {
            return List.of();
        }

        @Override
        public RegionPolicy orThrow() {
            throw new IllegalArgumentException(problems.stream()
                    .map(PolicyProblem::toString)
                    .collect(Collectors.joining("\n", "policy refused:\n", "")));
        }
    }
}
