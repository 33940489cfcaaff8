/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whence.SuppressForbidden;
import io.whence.app.PolicyTopic;
import io.whence.config.CheckedPolicy;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.PolicyRevision;
import io.whence.domain.policy.RegionPolicy;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a signed-off policy on the policy topic. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a policy on the policy topic, by which every instance judges from then on, and shows what changes. What"
                    + " has taken effect cannot change, and what widens enforcement needs two people: those that the"
                    + " version names in approved_by and those named here, each counted once.",
            "",
            "Exit code: 0 published or nothing to change, 1 refused or failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence policy publish my-policy.yaml --brokers localhost:9092 --approved-by 'Jane Doe' --approved-by"
                    + " 'Max Example'"
        })
final class PolicyPublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|ID", description = "A YAML file, or the id of a bundled policy.")
    private String fileOrId;

    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--approved-by", paramLabel = "NAME", description = "Who signed it off; may be repeated.")
    private List<String> approvers = List.of();

    @Option(names = "--dry-run", description = "Say what would change or stand in the way, and publish nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    @SuppressForbidden("what has taken effect is a matter of the clock on the wall")
    public Integer call() {
        WhenceConfig config = cluster.config();
        CheckedPolicy checked = CheckedPolicy.together(List.of(PolicyFiles.load(spec, fileOrId)), config.products())
                .get(0);
        if (!checked.problems().isEmpty()) {
            complain(PolicyWords.of(checked.file(), checked.compilation()));
            return 1;
        }
        Clock clock = Clock.systemUTC();
        try {
            return PolicyTopic.with(
                    config, clock, topic -> publish(topic, checked.compilation().orThrow(), clock));
        } catch (KafkaException unusable) {
            complain("whence: " + unusable.getMessage());
            return 1;
        }
    }

    private int publish(PolicyTopic topic, RegionPolicy written, Clock clock) {
        PolicyRevision revision =
                PolicyRevision.prepare(topic.read().get(written.id()), written, approvers, clock.instant());
        List<String> objections = revision.objections();
        boolean published = objections.isEmpty() && !revision.diff().isEmpty() && !dryRun;
        if (published) {
            topic.write(List.of(revision.candidate()));
            if (!revision.candidate().equals(topic.read().get(written.id()))) {
                complain("whence: somebody else published '" + written.id() + "' at the same time; compare and repeat");
                return 1;
            }
        }
        report(revision, objections, published);
        return objections.isEmpty() ? 0 : 1;
    }

    private void report(PolicyRevision revision, List<String> objections, boolean published) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            var answer = JsonNodeFactory.instance.objectNode().put("published", published);
            objections.forEach(answer.putArray("objections")::add);
            answer.set("diff", PolicyDiffJson.of(revision.diff()));
            out.println(answer.toPrettyString());
        } else {
            out.println(PolicyDiffWords.of(revision.diff()));
            out.println();
            out.println(outcome(revision, objections, published));
            objections.forEach(objection -> complain("  " + objection));
        }
        out.flush();
    }

    private String outcome(PolicyRevision revision, List<String> objections, boolean published) {
        if (!objections.isEmpty()) {
            return "refused, and nothing is published:";
        }
        if (revision.diff().isEmpty()) {
            return "already published, and nothing is written";
        }
        return published ? "published, and read back as written" : "nothing stands in the way; nothing is published";
    }

    private void complain(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
