/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.news;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Where news is put up, and whoever listens takes it down, each for itself. */
public final class NewsBoard {

    /** News that one listener may be behind: the notices of a bad day, some megabytes at most. */
    static final int CAPACITY = 1_000;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** Tells everybody who listens; whoever is too far behind has missed something, and is told that. */
    public void tell(News news) {
        listeners.forEach(listener -> listener.take(news));
    }

    /** Nobody knows what happened in between: all listeners have missed something. */
    public void interrupted() {
        listeners.forEach(listener -> listener.missed = true);
    }

    /** Listens from now on. */
    public Listener listen() {
        Listener listener = new Listener();
        listeners.add(listener);
        return listener;
    }

    /** One who listens, on one thread. */
    public final class Listener implements AutoCloseable {

        private final BlockingQueue<News> waiting = new ArrayBlockingQueue<>(CAPACITY);
        private volatile boolean missed;

        private Listener() {}

        private void take(News news) {
            if (!waiting.offer(news)) {
                missed = true;
            }
        }

        /** The next news, or nothing after so long. */
        public Optional<News> next(Duration patience) throws InterruptedException {
            return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        /** Whether something was not put up for it: it begins anew, and reads what there is. */
        public boolean missedSomething() {
            return missed;
        }

        /** Listens no more. */
        @Override
        public void close() {
            listeners.remove(this);
        }
    }
}
