/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.app.ControlTopic;
import io.whence.app.SignalControls;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.wire.Contracts;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code whence control}: the brakes on gateways. */
@Command(
        name = "control",
        mixinStandardHelpOptions = true,
        description = {
            "Holds back what gateways refuse: all of it (stop), what comes from a region (freeze-region) or what concerns"
                    + " an organization (freeze-organization). Such a control can only allow; cases go on as they were."
                    + " Every instance obeys within a second. release-policy lets go on what the breaker parked."
                    + " suspend-signal and restore-signal say whether a signal may support enforcement about a region,"
                    + " from the next midnight (UTC) on, that is at least an hour away, or from the day that is named."
                    + " legal-hold keeps what is stored about an organization from erasure and from ageing out, until"
                    + " release-hold. show prints what was given.",
            "",
            "Exit code: 0 done, 1 failed, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence control stop --actor 'Jane Doe' --reason BAD_DATABASE",
            "  whence control freeze-region HK --actor 'Jane Doe' --reason DISPUTED --until 2024-08-01T00:00:00Z",
            "  whence control stop --release --actor 'Jane Doe' --reason MENDED",
            "  whence control release-policy openai-api --actor 'Jane Doe' --reason LOOKED_AT",
            "  whence control suspend-signal DIRECT_EGRESS/HK --actor 'Jane Doe' --reason APPEALS",
            "  whence control restore-signal DIRECT_EGRESS/HK/2026-02-01 --actor 'Jane Doe' --reason NEW_DATABASE",
            "  whence control legal-hold org-jade-river --actor 'Jane Doe' --reason SUBPOENA_17",
            "  whence control show --brokers localhost:9092"
        })
final class ControlCommand implements Callable<Integer> {
    private static final String SHOW = "show";

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "stop, freeze-region, freeze-organization, release-policy, suspend-signal, restore-signal,"
                    + " legal-hold, release-hold or show.")
    private String kind;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "The region, the organization, the policy, or SIGNAL/REGION.")
    private @Nullable String subject;

    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who answers for it.")
    private String actor = "";

    @Option(names = "--reason", paramLabel = "CODE", description = "Stable code of the reason.")
    private String reason = "";

    @Option(names = "--until", paramLabel = "INSTANT", description = "When it ends by itself.")
    private @Nullable Instant until;

    @Option(names = "--release", description = "End it.")
    private boolean release;

    @Option(names = "--json", description = "Show JSON lines of the contract, as --controls takes them.")
    private boolean json;

    @Override
    @SuppressForbidden("when a brake is pulled is a matter of the clock on the wall")
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Control control = kind.equals(SHOW) ? null : control(clock.instant());
        WhenceConfig config = cluster.config();
        try {
            ControlTopic.with(config, clock, topic -> {
                if (control == null) {
                    topic.read().values().forEach(given -> show(given, clock.instant()));
                } else {
                    topic.write(control);
                    print(words(control, clock.instant()));
                }
                return control;
            });
            return 0;
        } catch (KafkaException unusable) {
            spec.commandLine().getErr().println("whence: " + unusable.getMessage());
            return 1;
        }
    }

    private Control control(Instant now) {
        ControlKind wanted = kind();
        if (until != null && !until.isAfter(now)) {
            throw wrong("--until " + until + " is over; choose a later time");
        }
        if ((wanted == ControlKind.STOP) != (subject == null)) {
            throw wrong(wanted == ControlKind.STOP ? "stop takes no subject" : kind + ": say which");
        }
        try {
            return new Control(
                    UUID.randomUUID().toString(),
                    wanted,
                    subject == null ? Control.ALL : subject(wanted, subject, now),
                    !release,
                    actor,
                    reason,
                    now,
                    until);
        } catch (IllegalArgumentException unusable) {
            throw wrong(String.valueOf(unusable.getMessage()));
        }
    }

    /** A signal is named with its region; the day may be left to us. */
    private String subject(ControlKind wanted, String given, Instant now) {
        boolean noDay = wanted.concernsSignal() && given.indexOf('/') == given.lastIndexOf('/');
        return noDay ? given + "/" + new SignalControls(InstantSource.fixed(now), actor).day() : given;
    }

    private ControlKind kind() {
        for (ControlKind one : ControlKind.values()) {
            if (name(one).equals(kind)) {
                return one;
            }
        }
        throw wrong("'" + kind + "' is none of "
                + Arrays.stream(ControlKind.values()).map(ControlCommand::name).collect(Collectors.joining(", "))
                + ", show");
    }

    private static String name(ControlKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String words(Control control, Instant now) {
        String state = !control.active() ? "released" : control.until() == null ? "to come" : "ended";
        return name(control.kind()) + " " + control.subject() + ": " + (control.holds(now) ? "holds" : state) + ", by "
                + control.actor() + " at " + control.at() + ", " + control.reasonCode()
                + (control.until() == null ? "" : ", until " + control.until());
    }

    private void show(Control control, Instant now) {
        print(json ? Contracts.CONTROL.toJson(control) : words(control, now));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
