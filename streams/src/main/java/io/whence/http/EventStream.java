/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.whence.domain.cases.CaseEvent;
import io.whence.http.view.NoticeView;
import io.whence.news.News;
import io.whence.news.NewsBoard;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * News as it comes, as server-sent events. It starts with what is new after the request: read what there is once the
 * stream is open, and nothing is missed. Who missed something all the same is cut off, and comes back.
 *
 * <p>Each listener keeps a thread of the server.
 */
final class EventStream implements AutoCloseable {

    /** A page has one; this is for some officers and some tools. */
    static final int MAX_LISTENERS = 32;

    /** Without news a sign of life is sent, which also finds out who has left. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(4);

    /** How soon it notices that the server closes. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final NewsBoard board;
    private final Semaphore free = new Semaphore(MAX_LISTENERS);
    private volatile boolean closing;

    EventStream(NewsBoard board) {
        this.board = board;
    }

    /** Notices and transitions of cases. */
    void all(Context asked) throws IOException, InterruptedException {
        open(asked, EventStream::event);
    }

    /** Notices alone. */
    void notices(Context asked) throws IOException, InterruptedException {
        open(asked, news -> news instanceof News.Issued ? event(news) : "");
    }

    private void open(Context asked, Function<News, String> form) throws IOException, InterruptedException {
        if (!free.tryAcquire()) {
            Problems.notReady("there are " + MAX_LISTENERS + " listeners already", asked);
            return;
        }
        try (NewsBoard.Listener listener = board.listen()) {
            asked.disableCompression().contentType("text/event-stream").status(200);
            if (!asked.method().equals(HandlerType.HEAD)) {
                tell(asked.res().getOutputStream(), listener, form);
            }
        } finally {
            free.release();
        }
    }

    private void tell(ServletOutputStream out, NewsBoard.Listener listener, Function<News, String> form)
            throws IOException, InterruptedException {
        write(out, "retry: 3000\n: listening\n\n");
        Duration quiet = Duration.ZERO;
        while (!closing && !listener.missedSomething()) {
            Optional<News> news = listener.next(LOOK);
            String event = news.map(form).orElse("");
            quiet = event.isEmpty() ? quiet.plus(LOOK) : Duration.ZERO;
            if (quiet.compareTo(SIGN_OF_LIFE) >= 0) {
                event = ": still here\n\n";
                quiet = Duration.ZERO;
            }
            if (!event.isEmpty()) {
                write(out, event);
            }
        }
    }

    private static void write(ServletOutputStream listener, String event) throws IOException {
        listener.write(event.getBytes(StandardCharsets.UTF_8));
        listener.flush();
    }

    private static String event(News news) {
        if (news instanceof News.Issued issued) {
            return event("notice", issued.notice().noticeId(), NoticeView.of(issued.notice()));
        }
        CaseEvent changed = ((News.Changed) news).event();
        return event("case", changed.hash(), changed);
    }

    /** JSON holds no line break, so one line of data is enough. */
    private static String event(String name, String id, Object view) {
        return "event: " + name + "\nid: " + id + "\ndata: " + new String(Json.write(view), StandardCharsets.UTF_8)
                + "\n\n";
    }

    /** Ends all streams; listeners come back by themselves when there is a server again. */
    @Override
    public void close() {
        closing = true;
    }
}
