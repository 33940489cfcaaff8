/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;
import io.whence.http.view.NoticeView;
import io.whence.news.News;
import io.whence.query.SampleState;
import io.whence.query.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamTest {

    private final SampleState state = Samples.two();
    private final TestServer server = new TestServer(state);
    private final Notice known = state.queries().notices(0, 1).notices().get(0);
    private final CaseEvent event =
            state.queries().history(Samples.JADE).orElseThrow().get(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsOfANewNoticeAndOfNoOldOne() throws Exception {
        server.news().tell(new News.Issued(known));
        try (Listening listening = listen("/v1/notices/stream")) {
            server.news().tell(new News.Changed(event));
            server.news().tell(new News.Issued(SampleState.later(known, "brand-new", Duration.ofDays(1))));

            assertThat(listening.next()).isEqualTo("event: notice");
            assertThat(listening.next()).isEqualTo("id: brand-new");
            String data = listening.next();
            NoticeView notice = Json.read(data.substring("data: ".length()), NoticeView.class);
            assertThat(notice.noticeId()).isEqualTo("brand-new");
            assertThat(notice.organizationId()).isEqualTo(known.organizationId());
            assertThat(notice.reasons()).isNotEmpty();
        }
    }

    @Test
    void tellsOfNoticesAndOfCasesInTheirOrder() throws Exception {
        try (Listening listening = listen("/v1/events/stream")) {
            server.news().tell(new News.Changed(event));
            server.news().tell(new News.Issued(known));

            assertThat(listening.next()).isEqualTo("event: case");
            assertThat(listening.next()).isEqualTo("id: " + event.hash());
            assertThat(listening.next()).contains("\"organization_id\":\"" + event.organizationId() + '"');
            assertThat(listening.next()).isEqualTo("event: notice");
        }
    }

    @Test
    void whoeverMissedSomethingIsCutOffAndComesBack() throws Exception {
        try (Listening listening = listen("/v1/events/stream")) {
            server.news().interrupted();

            assertThat(listening.ends()).isTrue();
        }
    }

    @Test
    void takesNoMoreListenersThanItCanServe() throws Exception {
        List<Listening> all = new ArrayList<>();
        try {
            for (int i = 0; i < EventStream.MAX_LISTENERS; i++) {
                all.add(listen("/v1/notices/stream"));
            }

            HttpResponse<String> refused = server.get("/v1/notices/stream");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(server.get("/v1/ledger").statusCode()).isEqualTo(200);
        } finally {
            for (Listening listening : all) {
                listening.close();
            }
        }
    }

    @Test
    void endsWithTheServer() throws Exception {
        try (Listening listening = listen("/v1/notices/stream")) {
            server.close();

            assertThat(listening.ends()).isTrue();
        }
    }

    private Listening listen(String path) throws IOException, InterruptedException {
        HttpRequest request = server.request(server.port(), path).build();
        HttpResponse<InputStream> answer = server.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
        Listening listening =
                new Listening(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        assertThat(listening.lines.readLine()).isEqualTo("retry: 3000");
        return listening;
    }

    private record Listening(BufferedReader lines) implements AutoCloseable {
        /** The next line that says something. */
        String next() throws IOException {
            String line = lines.readLine();
            while (line != null && (line.isEmpty() || line.startsWith(":"))) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        }

        /** Whether nothing comes any more; an end in the middle of a chunk is an end, too. */
        boolean ends() {
            try {
                return next().equals("null");
            } catch (IOException broken) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
