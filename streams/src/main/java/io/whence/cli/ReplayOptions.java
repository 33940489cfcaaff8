/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.OfficerAction;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what a run over logs goes by beside policies and databases, the same in every command. */
final class ReplayOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "CIDR",
            split = ",",
            description = "Networks of your own proxies; only their forwarding headers are believed.")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--received-at",
            paramLabel = "INSTANT",
            description = "When the logs are taken to have been received; events of later times are refused. Default:"
                    + " now.")
    private @Nullable Instant receivedAt;

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "What officers decided, as JSON lines of the contract of the topic officer-actions.")
    private @Nullable Path actions;

    @Option(
            names = "--controls",
            paramLabel = "FILE",
            description =
                    "Signals that officers suspended and restored, and policies they released, as JSON lines of the"
                            + " contract of the topic controls; whence control show --json prints them.")
    private @Nullable Path controls;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description =
                    "Up to when time passes after the last event; deadlines up to then are kept. Default: when the"
                            + " day of the last event closes.")
    private @Nullable Instant until;

    /** These as settings, with those given. */
    Map<String, String> settings(Map<String, String> settings) {
        if (!trustedProxies.isEmpty()) {
            settings.put(WhenceConfig.TRUSTED_PROXIES, String.join(",", trustedProxies));
        }
        return settings;
    }

    List<OfficerAction> actions() throws IOException {
        return actions == null
                ? List.of()
                : JsonLines.read(spec.commandLine(), "--actions", actions, Contracts.OFFICER_ACTION);
    }

    List<Control> controls() throws IOException {
        return controls == null
                ? List.of()
                : JsonLines.read(spec.commandLine(), "--controls", controls, Contracts.CONTROL);
    }

    Instant receivedAt() {
        return receivedAt == null ? now() : receivedAt;
    }

    @Nullable Instant until() {
        return until;
    }

    @SuppressForbidden("a log that is read now was received by now")
    private static Instant now() {
        return Instant.now();
    }
}
