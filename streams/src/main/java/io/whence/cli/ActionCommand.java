/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.ActionTopic;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.ActionKind;
import io.whence.domain.cases.AppealOutcome;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Scope;
import io.whence.domain.origin.Region;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code whence action}: what a compliance officer does to an organization. */
@Command(
        name = "action",
        mixinStandardHelpOptions = true,
        description = {
            "Sends an officer's action about an organization. The stream carries it out; what cannot be done becomes a"
                    + " dead letter with its reason.",
            "",
            "Exit code: 0 sent, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence action --organization org-jade-river --kind APPROVE --actor 'Jane Doe' --reason REVIEWED",
            "  whence action --organization org-jade-river --kind DECIDE_APPEAL --outcome TRAVELLER --actor 'Jane Doe'"
                    + " --reason APPEAL_17"
        })
final class ActionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--organization", required = true, paramLabel = "ID", description = "Whom it is about.")
    private String organization;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private ActionKind kind;

    @Option(names = "--actor", required = true, paramLabel = "NAME", description = "Who decided.")
    private String actor;

    @Option(names = "--reason", required = true, paramLabel = "CODE", description = "Stable code of the reason.")
    private String reason;

    @Option(names = "--text", paramLabel = "TEXT", description = "The reason in words.")
    private @Nullable String text;

    @Option(names = "--policy", paramLabel = "ID", description = "Only under this policy.")
    private @Nullable String policy;

    @Option(names = "--expires", paramLabel = "INSTANT", description = "Until when it holds.")
    private @Nullable Instant expires;

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "How the appeal ends: ${COMPLETION-CANDIDATES}.")
    private @Nullable AppealOutcome outcome;

    @Option(names = "--region", paramLabel = "CODE", description = "What is exempted; all regions without it.")
    private @Nullable String region;

    @Option(names = "--licence", paramLabel = "REFERENCE", description = "What an exemption rests on.")
    private @Nullable String licence;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "How much is refused: ${COMPLETION-CANDIDATES}.")
    private @Nullable Scope scope;

    @Option(names = "--scope-id", paramLabel = "ID", description = "The key, project or region that is refused.")
    private @Nullable String scopeId;

    @Option(names = "--id", paramLabel = "ID", description = "The same id twice is one action.")
    private String id = UUID.randomUUID().toString();

    @Override
    @SuppressForbidden("when an officer decides is a matter of the clock on the wall")
    public Integer call() {
        Clock clock = Clock.systemUTC();
        OfficerAction action = action(clock.instant());
        WhenceConfig config = cluster.config();
        try {
            return ActionTopic.with(config, clock, topic -> {
                topic.send(action);
                spec.commandLine().getOut().println("sent " + action.actionId());
                spec.commandLine().getOut().flush();
                return 0;
            });
        } catch (KafkaException unusable) {
            spec.commandLine().getErr().println("whence: " + unusable.getMessage());
            return 1;
        }
    }

    private OfficerAction action(Instant now) {
        try {
            return new OfficerAction(
                    id,
                    organization,
                    kind,
                    now,
                    actor,
                    reason,
                    text,
                    policy,
                    expires,
                    outcome,
                    region == null ? null : new Region(region),
                    licence,
                    scope,
                    scopeId);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()));
        }
    }
}
