/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.http.Json;
import io.whence.http.view.ExplanationView;
import io.whence.http.view.TrafficView;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code whence explain}: where an organization stands, and why, asked of a running instance. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says where an organization stands and why: its traffic by region and day, its case, what it was told, the"
                    + " evidence in decibans, and what is not known. Asks the API of a running instance.",
            "",
            "Exit code: 0 explained, 1 the instance does not answer or does not know the organization, 2 wrong usage.",
            ""
        },
        footer = {"", "Example:", "  whence explain org-jade-river", "  whence explain org-jade-river --json"})
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ORGANIZATION", description = "Id of the organization.")
    private String organization;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the instance answers. Default: ${DEFAULT-VALUE}")
    private String url;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        RunningInstance instance = new RunningInstance(base());
        try {
            ExplanationView explanation = instance.explanation(organization);
            TrafficView traffic = instance.traffic(organization);
            var out = spec.commandLine().getOut();
            out.println(json ? json(explanation, traffic) : ExplainWords.of(explanation, traffic));
            out.flush();
            return 0;
        } catch (RunningInstance.NoAnswerException none) {
            var err = spec.commandLine().getErr();
            err.println(none.getMessage());
            err.flush();
            return 1;
        }
    }

    private URI base() {
        try {
            URI base = new URI(url);
            if (("http".equals(base.getScheme()) || "https".equals(base.getScheme())) && base.getHost() != null) {
                return base;
            }
        } catch (URISyntaxException notAnAddress) {
            throw badUrl(notAnAddress);
        }
        throw badUrl(null);
    }

    private ParameterException badUrl(@Nullable Throwable cause) {
        return new ParameterException(
                spec.commandLine(), "--url: '" + url + "' is not an address such as http://127.0.0.1:8080", cause);
    }

    private static String json(ExplanationView explanation, TrafficView traffic) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("explanation", explanation);
        both.put("traffic", traffic);
        return Json.pretty(both);
    }
}
