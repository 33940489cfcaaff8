/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.access.AccessEvent;
import io.whence.ingest.AccessLogTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class IngestCommandTest {
    private static final String LINES = """
            203.0.113.7 - alice [01/Jul/2024:08:00:00 +0000] "GET /v1/models HTTP/1.1" 200 5 "-" "curl/8"
            203.0.113.8 - bob [01/Jul/2024:08:00:01 +0000] "GET /v1/models HTTP/1.1" 200 5 "-" "curl/8"
            203.0.113.9 - - [01/Jul/2024:08:00:02 +0000] "GET /v1/models HTTP/1.1" 401 5 "-" "curl/8"
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MockProducer<String, AccessEvent> producer = new MockProducer<>(
            true, new RoundRobinPartitioner(), new StringSerializer(), (topic, event) -> new byte[0]);

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void writeTheLog() throws IOException {
        log = folder.resolve("access.log");
        Files.writeString(log, LINES);
    }

    @Test
    void sendsALogAndSaysHowMuchOfIt() throws IOException {
        assertThat(ingest("--organization", "field:remote_user", log.toString()))
                .isZero();
        assertThat(producer.history()).extracting(sent -> sent.key()).containsExactly("alice", "bob");
        assertThat(err.toString()).contains("access.log: combined, from the beginning");
        assertThat(out.toString())
                .startsWith("read 3 lines, sent 2 events, 1 unreadable, ")
                .contains("1 missing-organization (remote_user), first ")
                .contains("access.log line 3: no field:remote_user in this line");
        assertThat(Files.readString(folder.resolve("access.log.unreadable.jsonl")))
                .contains("\"line\":3")
                .contains("\"raw\":\"203.0.113.9 - - ");
    }

    @Test
    void goesOnWhereItStoppedAndDoesNotTakeItsOwnFilesForLogs() {
        var unreadable = log + ".unreadable.jsonl";
        ingest("--organization", "field:remote_user", log.toString());
        assertThat(ingest("--organization", "field:remote_user", log.toString(), unreadable))
                .isZero();
        assertThat(producer.history()).hasSize(2);
        assertThat(err.toString()).contains("going on after line 3").contains("passing over " + unreadable);
    }

    @Test
    void readsAgainWhenTheOrganizationIsSomewhereElse() {
        ingest("--organization", "field:remote_user", log.toString());
        ingest("--organization", "hash:user_agent", log.toString());
        assertThat(producer.history()).hasSize(2 + 3);
    }

    @Test
    void keepsNoCheckpointWhenToldSo() {
        ingest("--organization", "field:remote_user", "--no-resume", log.toString());
        assertThat(folder.resolve(".access.log.whence-checkpoint")).doesNotExist();
        ingest("--organization", "field:remote_user", "--no-resume", log.toString());
        assertThat(producer.history()).hasSize(4);
    }

    @Test
    void onlyReadsInADryRun() throws IOException {
        assertThat(ingest("--organization", "field:remote_user", "--dry-run", "--json", log.toString()))
                .isZero();
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("events").asInt()).isEqualTo(2);
        assertThat(json.path("reasons")
                        .path("missing-organization (remote_user)")
                        .asInt())
                .isEqualTo(1);
        assertThat(json.path("first").path(0).path("organization_id").asText()).isEqualTo("alice");
        assertThat(producer.history()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(log);
        }
    }

    @Test
    void failsOnUnreadableLinesOnlyWhenStrict() {
        assertThat(ingest("--organization", "field:remote_user", "--strict", log.toString()))
                .isEqualTo(1);
    }

    @Test
    void saysWhatCouldNotBeSent() {
        producer.sendException = new TopicAuthorizationException("not allowed to write to access-logs");
        assertThat(ingest("--organization", "field:remote_user", log.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("stopped: not allowed to write to access-logs");
    }

    @Test
    void saysThatALogIsNotThere() {
        assertThat(ingest("--format", "jsonl", folder.resolve("none.log").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("stopped: ").contains("none.log");
    }

    @Test
    void explainsWrongUsage() {
        assertThat(ingest(log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("combined carries no organization; say where it is with --organization");
        assertThat(ingest("--format", "xml", log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("unknown format \"xml\"; there are auto, jsonl,");
        assertThat(ingest("--organization", "remote_user", log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("field:NAME, header:NAME, constant:VALUE or hash:NAME");
        assertThat(ingest()).isEqualTo(2);
        assertThat(err.toString()).contains("no log is given; - is standard input");
        assertThat(ingest("-", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("standard input (-) can be read only once");
        assertThat(producer.history()).isEmpty();
    }

    private int ingest(String... arguments) {
        var command = new IngestCommand((topic, config) -> new Topic(producer), InstantSource.system());
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private record Topic(Producer<String, AccessEvent> producer) implements AccessLogTopic {
        @Override
        public String identity() {
            return "access-logs#1";
        }

        @Override
        public void close() {}
    }
}
