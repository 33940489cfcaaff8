/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes attempts, a bounded number at a time. All but the attempts belongs to one thread. */
final class Senders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

    private final ExecutorService threads;
    private final BlockingQueue<End> ends;
    private final int most;
    private int underWay;

    /**
     * The end of an attempt.
     *
     * @param job what was attempted
     * @param answer how it ended
     */
    record End(Job job, Answer answer) {}

    Senders(int most) {
        this.most = most;
        this.ends = new ArrayBlockingQueue<>(most);
        this.threads = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "delivery");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many attempts can be begun now. */
    int free() {
        return most - underWay;
    }

    /** How many attempts have begun and not ended. */
    int underWay() {
        return underWay;
    }

    void send(Job job) {
        underWay++;
        threads.execute(() -> ends.add(new End(job, attempt(job))));
    }

    @SuppressWarnings("IllegalCatch") // whatever goes wrong, the attempt has an end, and it is not repeated
    private static Answer attempt(Job job) {
        try {
            return job.channel().deliver(job.notice(), job.letter(), job.destination());
        } catch (RuntimeException defect) {
            LOG.error(
                    "an attempt by {} failed in an unforeseen way",
                    job.channel().kind(),
                    defect);
            return Answer.unknown("an unforeseen failure: " + defect.getClass().getSimpleName());
        }
    }

    /** Attempts that have ended since. */
    List<End> ended() {
        List<End> ended = new ArrayList<>();
        ends.drainTo(ended);
        underWay -= ended.size();
        return ended;
    }

    /** Waits until all attempts have ended; each does within its time-outs. */
    List<End> awaitAll() {
        List<End> ended = new ArrayList<>(ended());
        try {
            while (underWay > 0) {
                ended.add(ends.take());
                underWay--;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
