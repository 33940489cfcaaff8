/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off connections on which no whole request has come within a while of their beginning, however often a byte
 * comes: whoever has something to ask is quicker, and everybody else would hold a connection for nothing.
 */
final class FirstRequest implements Connection.Listener {

    /** Enough for a slow mobile network and some lost packets. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final Duration patience;

    FirstRequest(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        scheduler.schedule(
                () -> {
                    if (connection.getMessagesIn() == 0) {
                        connection.getEndPoint().close();
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
