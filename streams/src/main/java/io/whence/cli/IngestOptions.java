/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.ingest.Checkpoints;
import io.whence.ingest.UnreadableFiles;
import io.whence.topology.Topics;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that only {@code whence ingest} has. */
final class IngestOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = Topics.ACCESS_LOGS,
            description = "Where the events go. Default: ${DEFAULT-VALUE}.")
    private String topic;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps in FILE how far each log was sent, and goes on from there. Default:"
                    + " .NAME.whence-checkpoint beside each log; none for standard input.")
    private @Nullable Path checkpoint;

    @Option(names = "--no-resume", description = "Reads from the beginning and keeps no checkpoint.")
    private boolean anew;

    @Option(
            names = "--unreadable",
            paramLabel = "FILE",
            description = "Where lines that cannot be read go, with number and reason. Default:"
                    + " NAME.unreadable.jsonl beside each log.")
    private @Nullable Path unreadable;

    @Option(names = "--dry-run", description = "Only reads: counts, the first events, and what is unreadable and why.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Exit with 1 when a line could not be read.")
    private boolean strict;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--no-progress", description = "No progress bar, and no lines in its place.")
    private boolean silent;

    String topic() {
        return topic;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean json() {
        return json;
    }

    boolean silent() {
        return silent;
    }

    /** 0 when all is well, 1 otherwise; what is unreadable counts only if it is to. */
    int exitCode(boolean complete, long unreadableLines) {
        return complete && !(strict && unreadableLines > 0) ? 0 : 1;
    }

    Checkpoints checkpoints(String target, String reading) {
        if (anew && checkpoint != null) {
            throw new ParameterException(spec.commandLine(), "--resume and --no-resume exclude each other");
        }
        if (anew) {
            return Checkpoints.none();
        }
        return checkpoint == null
                ? Checkpoints.besideLogs(target, reading)
                : Checkpoints.in(checkpoint, target, reading);
    }

    UnreadableFiles unreadable() {
        return unreadable == null ? UnreadableFiles.besideLogs() : UnreadableFiles.in(unreadable);
    }
}
