/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Control;
import io.whence.wire.RegistryUnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the right to support enforcement from signals that appeals show to be below the floor, without anybody asking:
 * a control on the topic that all instances obey, from the next midnight on. Several instances that find the same say
 * the same under the same key. Only an officer gives the right back; what was decided before that is not held against
 * the signal again.
 */
final class PrecisionWatch implements AutoCloseable, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PrecisionWatch.class);

    /** Not with everything else that happens at the start. */
    private static final long FIRST_MINUTES = 5;

    /** A control takes effect at a midnight: four looks a day leave none of them out. */
    private static final long EVERY_MINUTES = 6L * 60;

    private final WhenceConfig config;
    private final double floor;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "precision-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> looking;

    PrecisionWatch(WhenceConfig config, Clock clock) {
        this.config = config;
        this.floor = config.getDouble(WhenceConfig.PRECISION_FLOOR);
        this.clock = clock;
    }

    void start() {
        if (floor > 0) {
            looking = schedule.scheduleWithFixedDelay(this, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** Looks once; what cannot be read now is read the next time. */
    @Override
    public void run() {
        try {
            suspend(AppealRecord.read(config, clock));
        } catch (KafkaException | RegistryUnavailableException failed) {
            LOG.warn("the precision of signals could not be looked at and is the next time", failed);
        }
    }

    private void suspend(AppealRecord appeals) {
        List<Control> given = ControlTopic.with(config, clock, topic -> {
            Map<String, Control> known = topic.read();
            List<Control> controls = new SignalControls(clock, CaseEvent.SYSTEM)
                    .suspending(appeals.signalsSinceRestored(known.values()), floor, known.values());
            controls.forEach(topic::write);
            return controls;
        });
        given.forEach(control ->
                LOG.warn("signal suspended, its precision is below the floor subject={}", control.subject()));
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        schedule.shutdownNow();
    }
}
