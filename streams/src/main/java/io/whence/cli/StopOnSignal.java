/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Between its making and its closing, an interrupt asks the work to stop and waits until it has. */
final class StopOnSignal implements AutoCloseable {
    /** Longer than a producer takes to hand over its last batches to a cluster in health. */
    private static final int SECONDS_TO_STOP = 30;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook;

    private StopOnSignal(Runnable stop) {
        hook = new Thread(() -> await(stop), "stop-on-signal");
    }

    static StopOnSignal of(Runnable stop) {
        var signal = new StopOnSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
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

    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is what ends us
        }
    }
}
