/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.domain.access.AccessEvent;
import io.whence.ingest.format.Unreadable;
import io.whence.wire.RegistryUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of logs to their topic, keyed by organization, and remembers how far they arrived.
 *
 * <p>At least once: what was on its way when it was interrupted is sent again by the next run, with the same event ids,
 * and the topology counts each id once. The time of the event is in the event; the records carry the time they are
 * sent, so that neither retention nor the broker's limits on time stamps see the age of a log.
 */
public final class Ingestor implements AutoCloseable {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);
    private static final int EVENTS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;
    private static final Duration TO_CLOSE_AFTER_A_FAILURE = Duration.ofSeconds(5);

    private final IngestJob job;
    private final MergedLogs logs;
    private final Producer<String, AccessEvent> producer;
    private final InstantSource clock;
    private final List<Arrivals> arrivals = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong tooLarge = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Queue<Unreadable> refused = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    private Ingestor(IngestJob job, MergedLogs logs, Producer<String, AccessEvent> producer, InstantSource clock) {
        this.job = job;
        this.logs = logs;
        this.producer = producer;
        this.clock = clock;
    }

    /** Opens the logs, each where its last ingestion stopped; sends nothing yet. */
    public static Ingestor open(IngestJob job, Producer<String, AccessEvent> producer, InstantSource clock)
            throws IOException {
        List<LogMark> marks = new ArrayList<>();
        for (var log : job.logs()) {
            marks.add(job.checkpoints().markOf(log));
        }
        var logs = MergedLogs.open(job.logs(), job.reading(), job.unreadable(), marks::get);
        var ingestor = new Ingestor(job, logs, producer, clock);
        for (int i = 0; i < marks.size(); i++) {
            ingestor.arrivals.add(new Arrivals(logs.beginOf(i)));
        }
        return ingestor;
    }

    /** How the reading of each log begins. */
    public List<LogStart> starts() {
        return logs.starts();
    }

    /**
     * Sends everything, then waits for the last confirmation.
     *
     * @param watcher told about once a second what has been read
     */
    public IngestReport run(Consumer<LogTotals> watcher) throws IOException {
        var begun = clock.instant();
        keepCheckpoint(); // where it cannot be written, say so before anything is sent
        boolean all = false;
        try {
            all = sendAll(watcher);
        } catch (IOException e) {
            failure.compareAndSet(null, e); // what was read before it is still worth sending
        }
        settle();
        keepCheckpoint();
        watcher.accept(logs.totals());
        var failed = failure.get();
        var took = Duration.between(begun, clock.instant());
        return new IngestReport(logs.totals(), sent.get(), tooLarge.get(), all && failed == null, failed, took);
    }

    /** Makes {@link #run} stop after the event it is at; may be called from any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() throws IOException {
        logs.close();
    }

    /** Sends until the end, a failure or {@link #stop}; whether it was the end. */
    private boolean sendAll(Consumer<LogTotals> watcher) throws IOException {
        var next = clock.instant().plus(BETWEEN_CHECKPOINTS);
        for (long count = 1; !stopped && failure.get() == null; count++) {
            var event = logs.next();
            if (event == null) {
                return true;
            }
            send(event);
            if (count % EVENTS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
                next = look(next, watcher);
            }
        }
        return false;
    }

    private Instant look(Instant next, Consumer<LogTotals> watcher) throws IOException {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return next;
        }
        keepCheckpoint();
        watcher.accept(logs.totals());
        return now.plus(BETWEEN_CHECKPOINTS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    private void send(LoggedEvent logged) {
        var event = logged.event();
        try {
            producer.send(
                    new ProducerRecord<>(job.topic(), event.organizationId(), event),
                    (metadata, exception) -> confirmed(logged, exception));
        } catch (KafkaException | RegistryUnavailableException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void confirmed(LoggedEvent logged, @Nullable Exception exception) {
        if (exception instanceof RecordTooLargeException) {
            tooLarge.incrementAndGet();
            var line = logged.line();
            refused.add(Unreadable.tooLarge(line.log(), line.number(), line.offset(), exception.toString()));
        } else if (exception != null) {
            failure.compareAndSet(null, exception);
            return;
        } else {
            sent.incrementAndGet();
        }
        arrivals.get(logged.log()).arrived(logged.sequence(), logged.mark());
    }

    private void settle() {
        try {
            if (!hasFailedToSend()) {
                producer.flush();
            }
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        if (hasFailedToSend()) {
            producer.close(TO_CLOSE_AFTER_A_FAILURE);
        }
    }

    private boolean hasFailedToSend() {
        var failed = failure.get();
        return failed != null && !(failed instanceof IOException);
    }

    private void keepCheckpoint() throws IOException {
        Map<LogSource, LogMark> reached = new LinkedHashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            reached.put(job.logs().get(i), reached(i));
        }
        for (var line = refused.poll(); line != null; line = refused.poll()) {
            job.unreadable().accept(line);
        }
        job.unreadable().flush();
        job.checkpoints().save(reached);
    }

    /** The end of the log once all of its events have arrived: there may be unreadable lines after the last of them. */
    private LogMark reached(int log) {
        var end = logs.endOf(log);
        return end != null && arrivals.get(log).isComplete(logs.eventsOf(log))
                ? end
                : arrivals.get(log).reached();
    }
}
