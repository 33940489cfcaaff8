/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.config.PolicyFile;
import io.whence.config.PolicyYaml;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.http.view.ImpactView;
import io.whence.query.ImpactSearch.Whose;
import io.whence.query.WhenceQueries;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a policy that is not published yet would do. */
final class ImpactApi {

    private final WhenceQueries queries;

    ImpactApi(WhenceQueries queries) {
        this.queries = queries;
    }

    void ask(Context asked) {
        Parameters parameters = new Parameters(asked);
        Instant at = parameters.midnight("at");
        Whose whose = Whose.valueOf(
                parameters.oneOf("whose", List.of("seen", "everybody")).toUpperCase(Locale.ROOT));
        PolicyFile file = PolicyYaml.read("body", asked.body());
        if (!(file.compile() instanceof PolicyCompilation.Compiled compiled)) {
            throw new ParameterException(
                    "body",
                    "The policy is refused: "
                            + file.compile().problems().stream()
                                    .map(file::describe)
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        Answers.json(asked, ImpactView.of(queries.impact(compiled.policy(), at, whose)));
    }
}
