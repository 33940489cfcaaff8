/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.ControlTopic;
import io.whence.app.ProfileErasure;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.LegalHolds;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code whence erase}: forgets the profile of an organization, and says what ages out by itself. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases the profile of an organization (name, contact, countries, registered networks, exemptions) from the"
                    + " topic organizations, and says what else there is and when it goes. Case events and notices stay,"
                    + " and their chains still verify.",
            "",
            "Without registered networks and exemptions the organization is judged like any other: settle its case first.",
            "",
            "Exit code: 0 erased, or said what would be, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence erase --organization org-jade-river",
            "  whence erase --organization org-jade-river --yes --set bootstrap.servers=localhost:9092"
        })
final class EraseCommand implements Callable<Integer> {

    private static final List<String> REST = List.of(
            "not erased, because logs cannot be erased in part:",
            "  access-logs        whole addresses; they go with the retention of the topic, 7 days where we created it",
            "  dead-letters       refused records as they came; 30 days",
            "not erased, because they are the proof; they hold no whole addresses, names or contacts:",
            "  case-events, case-heads, enforcement-decisions, officer-actions",
            "  compliance-notices masked networks, identifiers of keys",
            "kept for the window that is judged, without whole addresses:",
            "  state stores       masked networks, keyed hashes, identifiers of keys; tally.retention.days");

    @Spec
    private CommandSpec spec;

    @Option(names = "--organization", paramLabel = "ID", required = true, description = "The organization.")
    private String organization;

    @Option(names = "--yes", description = "Erase. Without it, only says what would be.")
    private boolean yes;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() {
        WhenceConfig config = cluster.config();
        PrintWriter out = spec.commandLine().getOut();
        try {
            Optional<Control> hold = yes ? hold(config) : Optional.empty();
            if (hold.isPresent()) {
                spec.commandLine().getErr().println("whence: " + words(hold.get()));
                return 1;
            }
            if (yes) {
                ProfileErasure.erase(config, organization);
            }
        } catch (KafkaException failed) {
            spec.commandLine().getErr().println("whence: " + failed.getMessage());
            return 1;
        }
        out.println((yes ? "erased: " : "would be erased (--yes does it): ") + "the profile of "
                + Printable.of(organization));
        REST.forEach(out::println);
        out.flush();
        return 0;
    }

    @SuppressForbidden("how long to wait for a registry is a matter of the clock on the wall")
    private Optional<Control> hold(WhenceConfig config) {
        return ControlTopic.with(
                config,
                Clock.systemUTC(),
                topic -> LegalHolds.of(topic.read().values()).on(organization));
    }

    private String words(Control hold) {
        return Printable.of(organization + " is under a legal hold of " + hold.actor() + " since " + hold.at() + ", "
                + hold.reasonCode() + ": nothing is erased; whence control release-hold " + organization
                + " ends it");
    }
}
