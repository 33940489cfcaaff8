/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.app.Scenario;
import io.whence.domain.access.AccessEvent;
import io.whence.wire.AccessEventJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A notice that a backtest wrote, derived again from its log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeCheckTest {

    private static final String BEIJING = "1.119.192.7";
    private static final int DAYS = 6;
    private static final int REQUESTS = 40;

    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private final List<String> log = new ArrayList<>();
    private Path notices;
    private String told = "";
    private String id = "";

    @BeforeAll
    void backtest(@TempDir Path made) throws IOException {
        folder = made;
        Instant noon = Instant.parse("2024-06-24T12:00:00Z");
        for (int i = 0; i < DAYS * REQUESTS; i++) {
            Instant time = noon.plusSeconds(86_400L * (i / REQUESTS) + i % REQUESTS);
            log.add(AccessEventJson.write(event("event-" + i, time)));
        }
        Path result = folder.resolve("result");
        assertThat(whence("backtest", "--logs", written("access.jsonl", log), "--out", result))
                .isZero();
        notices = result.resolve("notices.jsonl");
        told = Files.readAllLines(notices).get(0);
        id = told.replaceAll(".*?\"notice_id\":\"([0-9a-f]+)\".*", "$1");
        assertThat(result.resolve("policies.jsonl")).content().startsWith("{\"policy_id\":\"openai-api\"");
    }

    @BeforeEach
    void listenAnew() {
        out = new StringWriter();
        err = new StringWriter();
    }

    private static AccessEvent event(String eventId, Instant time) {
        return Scenario.event("org-1", eventId, time.toString(), BEIJING);
    }

    private Path written(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private int whence(Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return new CommandLine(Main.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    private int explain(Path logs, Path toldIn, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("explain", id, "--notices", toldIn, "--from-logs", logs));
        arguments.addAll(List.of(more));
        return whence(arguments.toArray());
    }

    @Test
    void theSameLogLeadsToTheIdenticalNotice() throws IOException {
        assertThat(explain(written("again.jsonl", log), notices)).isZero();

        assertThat(out.toString().strip()).isEqualTo("notice " + id + ": identical to what the logs lead to");
    }

    @Test
    void aDroppedLineShowsInTheFieldsThatCountIt() throws IOException {
        assertThat(explain(written("dropped.jsonl", log.subList(1, log.size())), notices))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("  regions[0].requests: told ", "  regions[0].first_seen: told ", "recomputed");
    }

    @Test
    void anEditedNoticeIsNamedWithTheFieldAndBothValues() throws IOException {
        Path edited = written("edited.jsonl", List.of(told.replace("\"kind\":\"WARNING\"", "\"kind\":\"ADVISORY\"")));

        assertThat(explain(written("log.jsonl", log), edited)).isEqualTo(1);

        assertThat(out.toString().lines())
                .containsExactly(
                        "notice " + id + ": differs in 1 fields from what the logs lead to",
                        "  kind: told \"ADVISORY\", recomputed \"WARNING\"");
    }

    @Test
    void logsThatDoNotLeadToTheNoticeAreSaidNotTo() throws IOException {
        assertThat(explain(written("few.jsonl", log.subList(0, 3)), notices, "--json"))
                .isEqualTo(1);

        assertThat(out.toString()).contains("\"rederived\" : false", "\"identical\" : false");
    }

    @Test
    void aNoticeThatIsNotThereAndAFileThatIsNotNamedEndIt() throws IOException {
        Path empty = written("empty.jsonl", List.of());

        assertThat(explain(written("all.jsonl", log), empty)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no notice " + id);
        assertThat(whence("explain", id, "--from-logs", empty)).isEqualTo(2);
    }
}
