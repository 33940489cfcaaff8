/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.AccessRules;
import io.whence.domain.cases.Organization;
import io.whence.ingest.Checkpoints;
import io.whence.ingest.IngestJob;
import io.whence.ingest.Ingestor;
import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.LoggedEvent;
import io.whence.ingest.MergedLogs;
import io.whence.ingest.UnreadableCounts;
import io.whence.topology.Topics;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;

/**
 * The user's own logs as traffic.
 *
 * @param logs read together in the order of their times
 * @param reading how they are read
 * @param organizations what is known of the organizations in them
 */
public record LogTraffic(List<LogSource> logs, LogReading reading, List<Organization> organizations)
        implements Traffic {

    public LogTraffic {
        logs = List.copyOf(logs);
        organizations = List.copyOf(organizations);
    }

    @Override
    public String description() {
        return logs.stream().map(LogSource::name).collect(Collectors.joining(", "));
    }

    @Override
    public List<String> commands(URI page, String cluster) {
        return anOrganization().stream()
                .map(organization -> "explain " + organization + " --url " + page)
                .toList();
    }

    /** Who sent the first request of a file; nobody when its id is none, since such requests count for nobody. */
    private Optional<String> anOrganization() {
        var files = logs.stream().filter(log -> log.file().isPresent()).toList();
        try (var events = MergedLogs.open(files, reading, new UnreadableCounts())) {
            return Optional.ofNullable(events.next())
                    .map(LoggedEvent::event)
                    .filter(event -> AccessRules.check(event, event.timestamp()).isEmpty())
                    .map(AccessEvent::organizationId);
        } catch (IOException | IllegalArgumentException saidWhenItIsSent) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public String send(Producer<String, AccessEvent> producer) throws IOException, InterruptedException {
        var job = new IngestJob(logs, reading, Topics.ACCESS_LOGS, Checkpoints.none(), new UnreadableCounts());
        try (var ingestor = Ingestor.open(job, producer, InstantSource.system())) {
            var report = ingestor.run(totals -> {});
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (report.failure() != null) {
                throw new IOException("the logs could not be sent: " + report.failure(), report.failure());
            }
            return String.format(
                    Locale.ROOT,
                    "Sent %,d requests. %,d lines could not be read; whence ingest --dry-run says which and why.",
                    report.sent(),
                    report.totals().unreadable());
        }
    }

    @Override
    public StoryCheck expectation() {
        return new StoryCheck(List.of());
    }
}
