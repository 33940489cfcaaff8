/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.wire.RegistryUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs Kafka Streams and tells how it ended.
 *
 * <p>A thread that dies is replaced, so that one bad moment does not stop the rest; a thread that dies again and again
 * stops the application with its cause, so that a supervisor and a person learn of it.
 */
public final class StreamsRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);

    private static final int DEATHS_ALLOWED = 3;
    private static final Duration DEATHS_WITHIN = Duration.ofMinutes(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final AtomicReference<Throwable> fatal = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    public StreamsRunner(KafkaStreams streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
        streams.setUncaughtExceptionHandler(this::died);
        streams.setStateListener((now, before) -> {
            LOG.info("streams: {} -> {}", before, now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                ended.countDown();
            }
        });
    }

    /** Starts processing; returns at once. */
    public void start() {
        streams.start();
    }

    /** Waits for the end; returns what ended it, or empty when it was closed. */
    public Optional<Throwable> await() throws InterruptedException {
        ended.await();
        return failure();
    }

    /** Waits for the end, at most so long; true when it has come. */
    public boolean await(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What ended it, if something did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(fatal.get());
    }

    /** Where Kafka Streams stands. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    private synchronized StreamThreadExceptionResponse died(Throwable cause) {
        if (registryIsAway(cause)) {
            LOG.warn("streams: a thread gave up waiting for the schema registry and starts again where it was");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        Instant now = clock.instant();
        deaths.addLast(now);
        while (deaths.peekFirst() != null && deaths.peekFirst().isBefore(now.minus(DEATHS_WITHIN))) {
            deaths.removeFirst();
        }
        if (deaths.size() <= DEATHS_ALLOWED) {
            LOG.error("streams: a thread died and is replaced", cause);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("streams: threads died {} times in {}; stopping", deaths.size(), DEATHS_WITHIN, cause);
        fatal.compareAndSet(null, cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** An outage of the registry may last for hours and costs nothing but time. */
    private static boolean registryIsAway(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE));
        if (!closed) {
            LOG.warn("streams: not closed within {}; the rest is left to the broker's time-outs", CLOSE_PATIENCE);
        }
        ended.countDown();
    }
}
