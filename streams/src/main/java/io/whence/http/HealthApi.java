/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the application lives, and whether it is ready; 503 when not, with the reasons. */
final class HealthApi {

    private final Health health;

    /** What a check found; the reason is null when all is well. */
    private record Finding(
            String check, boolean ok, @Nullable String reason) {
        static Finding of(HealthCheck check) {
            Optional<String> problem = check.problem().get();
            return new Finding(check.name(), problem.isEmpty(), problem.orElse(null));
        }
    }

    private record Alive(boolean alive, List<Finding> checks) {}

    private record Ready(boolean ready, List<Finding> checks) {}

    HealthApi(Health health) {
        this.health = health;
    }

    void alive(Context asked) {
        List<Finding> findings = findings(health.alive());
        answer(asked, allOk(findings), new Alive(allOk(findings), findings));
    }

    void ready(Context asked) {
        List<Finding> findings = findings(health.ready());
        answer(asked, allOk(findings), new Ready(allOk(findings), findings));
    }

    private static List<Finding> findings(List<HealthCheck> checks) {
        return checks.stream().map(Finding::of).toList();
    }

    private static boolean allOk(List<Finding> findings) {
        return findings.stream().allMatch(Finding::ok);
    }

    private static void answer(Context asked, boolean ok, Object view) {
        asked.status(ok ? 200 : 503);
        Answers.json(asked, view);
    }
}
