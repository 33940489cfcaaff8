/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.domain.access.AccessEvent;
import io.whence.ingest.format.OrganizationSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestorTest {
    private static final String TARGET = "access-logs#Xt5GmkBpTWmSlDFWQ0sjmA";
    private static final LogReading COMBINED = LogReading.of("combined", OrganizationSource.parse("field:remote_user"));

    @TempDir
    Path folder;

    @Test
    void sendsEachEventOnceUnderItsOrganization() throws IOException {
        var producer = producer(true);
        var report = run(producer, log("access.log", 100));
        assertThat(report.complete()).isTrue();
        assertThat(report.sent()).isEqualTo(100);
        assertThat(ids(producer)).doesNotHaveDuplicates().hasSize(100);
        assertThat(producer.history()).allSatisfy(sent -> {
            assertThat(sent.topic()).isEqualTo("access-logs");
            assertThat(sent.key()).isEqualTo(sent.value().organizationId());
            assertThat(sent.timestamp()).isNull();
        });
    }

    @Test
    void sendsNothingMoreWhenRunAgain() throws IOException {
        var log = log("access.log", 100);
        Files.writeString(folder.resolve("access.log"), "junk after the last event\n", StandardOpenOption.APPEND);
        run(producer(true), log);
        var again = producer(true);
        var report = run(again, log);
        assertThat(again.history()).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(report.totals().skipped()).isEqualTo(101);
        assertThat(Files.readAllLines(folder.resolve("access.log.unreadable.jsonl")))
                .hasSize(1);
    }

    @Test
    void sendsOnlyWhatWasAppendedSince() throws IOException {
        var log = log("access.log", 100);
        var first = producer(true);
        run(first, log);
        log("access.log", 150);
        var second = producer(true);
        run(second, log);
        assertThat(second.history()).hasSize(50);
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    }

    @Test
    void sendsALineAgainThatHadNoEndYet() throws IOException {
        var file = folder.resolve("access.log");
        Files.writeString(file, line(1) + "\n" + line(2).substring(0, 60));
        run(producer(true), new LogSource.LogFile(file));
        Files.writeString(file, line(1) + "\n" + line(2) + "\n");
        var second = producer(true);
        run(second, new LogSource.LogFile(file));
        assertThat(second.history()).hasSize(1);
        assertThat(Files.readString(folder.resolve("access.log.unreadable.jsonl")))
                .isEmpty();
    }

    @Test
    void readsFromTheBeginningWhenTheLogIsAnotherOneByNow() throws IOException {
        var log = log("access.log", 100);
        run(producer(true), log);
        Files.writeString(folder.resolve("access.log"), line(7) + "\n" + line(8) + "\n");
        var second = producer(true);
        try (var ingestor = Ingestor.open(job(log), second, InstantSource.system())) {
            assertThat(ingestor.starts()).containsExactly(new LogStart(log.name(), "combined", 0, true));
            ingestor.run(totals -> {});
        }
        assertThat(second.history()).hasSize(2);
    }

    @Test
    void readsFromTheBeginningForATopicThatWasMadeAnew() throws IOException {
        var log = log("access.log", 100);
        run(producer(true), log);
        var second = producer(true);
        run(second, "access-logs#another", log);
        assertThat(second.history()).hasSize(100);
    }

    @Test
    void goesOnInALogThatWasRenamedWhenToldWhere() throws IOException {
        var checkpoint = folder.resolve("checkpoint");
        var text = Files.readString(folder.resolve(log("access.log", 100).name()));
        run(producer(true), job(Checkpoints.in(checkpoint, TARGET, "combined"), Logs.pipe(text)));
        var second = producer(true);
        var more = text + line(500) + "\n";
        var packed = Logs.pipe(Logs.gzip(more.getBytes(StandardCharsets.UTF_8)));
        run(second, job(Checkpoints.in(checkpoint, TARGET, "combined"), packed));
        assertThat(second.history()).hasSize(1);
    }

    @Test
    void refusesAPipeThatIsNotTheOneItReadBefore() throws IOException {
        var checkpoint = folder.resolve("checkpoint");
        run(producer(true), job(Checkpoints.in(checkpoint, TARGET, "combined"), Logs.pipe(line(1) + "\n")));
        var other = job(Checkpoints.in(checkpoint, TARGET, "combined"), Logs.pipe(line(2) + "\n"));
        assertThatThrownBy(() -> Ingestor.open(other, producer(true), InstantSource.system()))
                .hasMessageContaining("is not what was read before up to line 1; say --no-resume");
    }

    @Test
    void stopsAtAFailureAndSaysWhy() throws IOException {
        var producer = producer(false);
        producer.sendException = new TopicAuthorizationException("not allowed to write to access-logs");
        var report = run(producer, log("access.log", 10));
        assertThat(report.complete()).isFalse();
        assertThat(report.failure()).isInstanceOf(TopicAuthorizationException.class);
        assertThat(report.sent()).isZero();
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void stopsWhenTheRegistryRefusesTheSchema() throws IOException {
        var producer = new MockProducer<String, AccessEvent>(
                true, new RoundRobinPartitioner(), new StringSerializer(), (topic, event) -> {
                    throw new SerializationException("Error registering Avro schema");
                });
        var report = run(producer, log("access.log", 10));
        assertThat(report.failure()).isInstanceOf(SerializationException.class);
        assertThat(run(producer(true), log("access.log", 10)).sent()).isEqualTo(10);
    }

    @Test
    void reportsAnEventThatIsTooLargeAndGoesOn() throws IOException {
        var producer = producer(false);
        var log = log("access.log", 3);
        var broker = new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), bytes()) {
            @Override
            public synchronized Future<RecordMetadata> send(
                    ProducerRecord<String, AccessEvent> sent, Callback callback) {
                if (sent.value().timestamp().getEpochSecond() % 60 == 2) {
                    callback.onCompletion(null, new RecordTooLargeException("1200000 bytes"));
                    return CompletableFuture.completedFuture(null);
                }
                return super.send(sent, callback);
            }
        };
        var report = run(broker, log);
        assertThat(report.complete()).isTrue();
        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.tooLarge()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("access.log.unreadable.jsonl")))
                .contains("\"line\":3,")
                .contains("\"reason\":\"event-too-large\"");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void sendsWhatCouldBeReadBeforeAFileTurnsOutToBeDamaged() throws IOException {
        var file = folder.resolve("access.log.gz");
        var whole = Logs.gzip((line(1) + "\n").repeat(50_000).getBytes(StandardCharsets.UTF_8));
        Files.write(file, Arrays.copyOf(whole, whole.length - 20));
        var producer = producer(true);
        var report = run(producer, new LogSource.LogFile(file));
        assertThat(report.complete()).isFalse();
        assertThat(report.failure())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("access.log.gz")
                .hasMessageContaining("the gzip data ends in the middle");
        assertThat(report.sent()).isPositive().isEqualTo(producer.history().size());
    }

    @Test
    void saysWhereItCannotKeepACheckpointBeforeAnythingIsSent() throws IOException {
        var producer = producer(true);
        var nowhere = Checkpoints.in(folder.resolve("missing/checkpoint"), TARGET, "combined");
        var job = job(nowhere, log("access.log", 10));
        assertThatThrownBy(() -> run(producer, job))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("say --resume FILE for another place or --no-resume for none");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void tellsTheWatcherAboutOnceASecond() throws IOException {
        var clock = new InstantSource() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant instant() {
                now = now.plusMillis(500);
                return now;
            }
        };
        List<LogTotals> told = new ArrayList<>();
        try (var ingestor = Ingestor.open(job(log("access.log", 2560)), producer(true), clock)) {
            ingestor.run(told::add);
        }
        assertThat(told).hasSize(5 + 1);
        assertThat(told.get(5).lines()).isEqualTo(2560);
    }

    private static Serializer<AccessEvent> bytes() {
        return (topic, event) -> event.eventId().getBytes(StandardCharsets.UTF_8);
    }

    private static MockProducer<String, AccessEvent> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, new RoundRobinPartitioner(), new StringSerializer(), bytes());
    }

    private IngestReport run(MockProducer<String, AccessEvent> producer, LogSource... logs) throws IOException {
        return run(producer, TARGET, logs);
    }

    private IngestReport run(MockProducer<String, AccessEvent> producer, String target, LogSource... logs)
            throws IOException {
        return run(producer, job(Checkpoints.besideLogs(target, "combined"), logs));
    }

    private IngestReport run(MockProducer<String, AccessEvent> producer, IngestJob job) throws IOException {
        try (var ingestor = Ingestor.open(job, producer, InstantSource.system())) {
            return ingestor.run(totals -> {});
        } finally {
            ((UnreadableFiles) job.unreadable()).close();
        }
    }

    private static IngestJob job(LogSource... logs) {
        return job(Checkpoints.besideLogs(TARGET, "combined"), logs);
    }

    private static IngestJob job(Checkpoints checkpoints, LogSource... logs) {
        return new IngestJob(List.of(logs), COMBINED, "access-logs", checkpoints, UnreadableFiles.besideLogs());
    }

    private static List<String> ids(MockProducer<String, AccessEvent> producer) {
        return producer.history().stream().map(sent -> sent.value().eventId()).toList();
    }

    private LogSource log(String name, int lines) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(line(i)).append('\n');
        }
        var file = folder.resolve(name);
        Files.writeString(file, text);
        return new LogSource.LogFile(file);
    }

    private static String line(int number) {
        return "203.0.113.7 - org-%d [01/Jul/2024:08:%02d:%02d +0000] \"GET /v1/models HTTP/1.1\" 200 5 \"-\" \"curl/8\""
                .formatted(number % 3, number / 60 % 60, number % 60);
    }
}
