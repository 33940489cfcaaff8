/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Events of other organizations than those that are looked at, a few hundred a second. */
final class SteadyTraffic implements AutoCloseable {

    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();

    private SteadyTraffic() {}

    static SteadyTraffic start(AccessLogProducer producer) {
        SteadyTraffic traffic = new SteadyTraffic();
        var unused = traffic.schedule.scheduleAtFixedRate(() -> traffic.send(producer), 0, 5, TimeUnit.MILLISECONDS);
        return traffic;
    }

    private void send(AccessLogProducer producer) {
        int number = sent.getAndIncrement();
        String time = Instant.parse("2024-06-24T00:00:00Z").plusSeconds(number).toString();
        producer.send(Scenario.event("other-" + number % 100, "other-" + number, time, "91.64.1.7"));
    }

    int sent() {
        return sent.get();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
