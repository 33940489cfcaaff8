/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.whence.domain.cases.Notice;
import io.whence.http.view.NoticeView;
import io.whence.query.NotReadyException;
import io.whence.query.WhenceQueries;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * New notices as they come, as server-sent events. It starts with what is new after the request: read
 * {@code /v1/notices} once the stream is open, and nothing is missed.
 *
 * <p>Each listener keeps a thread of the server, and looks for itself; the queries remember the answer for all of them.
 */
final class NoticeStream implements Handler, AutoCloseable {

    /** A page has one; this is for some officers and some tools. */
    static final int MAX_LISTENERS = 32;

    /** How many looks without news pass before a sign of life, which also finds out who has left. */
    private static final int QUIET_LOOKS = 8;

    private final WhenceQueries queries;
    private final Duration interval;
    private final Semaphore free = new Semaphore(MAX_LISTENERS);
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * A stream without listeners yet.
     *
     * @param interval how often each listener looks for news
     */
    NoticeStream(WhenceQueries queries, Duration interval) {
        this.queries = queries;
        this.interval = interval;
    }

    @Override
    public void handle(Context asked) throws IOException, InterruptedException {
        if (!free.tryAcquire()) {
            Problems.notReady("there are " + MAX_LISTENERS + " listeners already", asked);
            return;
        }
        try {
            Set<String> known = ids(newest());
            asked.disableCompression().contentType("text/event-stream").status(200);
            if (!asked.method().equals(HandlerType.HEAD)) {
                tell(asked.res().getOutputStream(), known);
            }
        } finally {
            free.release();
        }
    }

    private void tell(ServletOutputStream listener, Set<String> knownAtFirst) throws IOException, InterruptedException {
        Set<String> known = knownAtFirst;
        write(listener, "retry: 3000\n: listening\n\n");
        int quiet = 0;
        while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
            List<Notice> newest = newestIfReady();
            for (Notice notice : newest) {
                if (!known.contains(notice.noticeId())) {
                    write(listener, event(notice));
                    quiet = 0;
                }
            }
            known = newest.isEmpty() ? known : ids(newest);
            if (++quiet >= QUIET_LOOKS) {
                write(listener, ": still here\n\n");
                quiet = 0;
            }
        }
    }

    private static void write(ServletOutputStream listener, String event) throws IOException {
        listener.write(event.getBytes(StandardCharsets.UTF_8));
        listener.flush();
    }

    /** JSON holds no line break, so one line of data is enough. */
    private static String event(Notice notice) {
        String data = new String(Json.write(NoticeView.of(notice)), StandardCharsets.UTF_8);
        return "event: notice\nid: " + notice.noticeId() + "\ndata: " + data + "\n\n";
    }

    private List<Notice> newest() {
        return queries.notices(WhenceQueries.MAX_NOTICES).notices();
    }

    /** Nothing while stores move: the listener stays. */
    private List<Notice> newestIfReady() {
        try {
            return newest();
        } catch (NotReadyException moving) {
            return List.of();
        }
    }

    private static Set<String> ids(List<Notice> notices) {
        return notices.stream().map(Notice::noticeId).collect(Collectors.toUnmodifiableSet());
    }

    /** Ends all streams; listeners come back by themselves when there is a server again. */
    @Override
    public void close() {
        closing.countDown();
    }
}
