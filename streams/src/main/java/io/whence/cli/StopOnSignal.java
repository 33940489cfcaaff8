/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that an interrupt of the program asks to stop, and waits for until it has. */
final class StopOnSignal {
    /** Longer than a producer takes to hand over its last batches to a cluster in health. */
    private static final int SECONDS_TO_STOP = 30;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook;

    private StopOnSignal(Runnable stop) {
        hook = new Thread(() -> await(stop), "stop-on-signal");
    }

    /** What is to be done. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work; {@code stop} is called from another thread if the program is to end meanwhile. */
    static <T> T during(Work<T> work, Runnable stop) throws IOException {
        var signal = new StopOnSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        try {
            return work.run();
        } finally {
            signal.disarm();
        }
    }

    private void await(Runnable stop) {
        stop.run();
        try {
            if (!stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void disarm() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is what ends us
        }
    }
}
