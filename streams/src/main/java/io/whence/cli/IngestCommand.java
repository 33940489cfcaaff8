/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.WhenceConfig;
import io.whence.ingest.AccessLogTopic;
import io.whence.ingest.DryRun;
import io.whence.ingest.IngestJob;
import io.whence.ingest.IngestReport;
import io.whence.ingest.Ingestor;
import io.whence.ingest.KafkaAccessLogTopic;
import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.UnreadableCounts;
import io.whence.ingest.UnreadableSink;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code whence ingest}: logs onto the access log topic. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the lines of gateway logs to the access log topic, in the order of their times.",
            "",
            "Broken off, it goes on where it stopped when the same command is given again. A few lines may be sent"
                    + " twice then; they carry the same event ids, and each id counts once for its organization.",
            "",
            "Exit code: 0 all sent, 1 something could not be sent or read (see --strict), 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence ingest --organization field:remote_user --dry-run /var/log/nginx/access.log",
            "  whence ingest --organization field:remote_user /var/log/nginx/access.log*",
            "  zstd -dc events.jsonl.zst | whence ingest --format jsonl --resume events.checkpoint -"
        })
final class IngestCommand implements Callable<Integer> {

    private final Connection connection;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LogOptions logs;

    @Mixin
    private IngestOptions options;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Logs, as with --logs.")
    private List<String> files = new ArrayList<>();

    /** How to reach the topic. */
    interface Connection {
        AccessLogTopic open(String topic, WhenceConfig config) throws IOException;
    }

    IngestCommand() {
        this(IngestCommand::kafka, InstantSource.system());
    }

    IngestCommand(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    private static AccessLogTopic kafka(String topic, WhenceConfig config) throws IOException {
        Map<String, String> registry = new HashMap<>();
        config.registry().forEach((name, value) -> registry.put(name, value.toString()));
        return KafkaAccessLogTopic.connect(topic, config.kafka(), registry, InstantSource.system());
    }

    @Override
    public Integer call() {
        var sources = logs.sources(files);
        var reading = logs.reading();
        try {
            return options.dryRun() ? read(sources, reading) : send(sources, reading);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        } catch (IOException | KafkaException failed) {
            return failed(failed);
        }
    }

    private int read(List<LogSource> sources, LogReading reading) throws IOException {
        var run = DryRun.of(sources, reading);
        print(options.json() ? IngestAnswer.json(run).toPrettyString() + "\n" : IngestAnswer.words(run));
        return options.exitCode(true, run.totals().unreadable());
    }

    private int send(List<LogSource> sources, LogReading reading) throws IOException {
        var settings = cluster.config();
        var counts = new UnreadableCounts();
        try (var topic = connection.open(options.topic(), settings);
                var unreadable = options.unreadable();
                var ingestor = Ingestor.open(
                        new IngestJob(
                                sources,
                                reading,
                                options.topic(),
                                options.checkpoints(topic.identity(), logs.described()),
                                UnreadableSink.both(counts, unreadable)),
                        topic.producer(),
                        clock)) {
            if (!options.json()) {
                ingestor.starts().forEach(start -> tell(IngestAnswer.words(start)));
            }
            return answer(run(ingestor, sources), ingestor, counts);
        }
    }

    @SuppressWarnings("try") // the ending is there to be closed
    private IngestReport run(Ingestor ingestor, List<LogSource> sources) throws IOException {
        try (var progress = progress(sources)) {
            return StopOnSignal.during(() -> ingestor.run(progress), ingestor::stop);
        }
    }

    private int answer(IngestReport report, Ingestor ingestor, UnreadableCounts counts) {
        var unreadable = counts.byNumber();
        print(
                options.json()
                        ? IngestAnswer.json(report, ingestor.starts(), unreadable)
                                        .toPrettyString() + "\n"
                        : IngestAnswer.words(report, unreadable));
        var failure = report.failure();
        if (failure != null) {
            failed(failure);
        }
        return options.exitCode(report.complete(), report.totals().unreadable() + report.tooLarge());
    }

    private int failed(Exception failure) {
        tell("stopped: " + failure.getMessage());
        return 1;
    }

    private IngestProgress progress(List<LogSource> sources) {
        if (options.silent()) {
            return IngestProgress.none();
        }
        return isWatched()
                ? IngestProgress.bar(sources)
                : IngestProgress.lines(sources, spec.commandLine().getErr(), clock);
    }

    /** From Java 22 on there is always a console: --no-progress then keeps a bar out of a file. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        return System.console() != null && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
