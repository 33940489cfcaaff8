/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.topology.Topics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** Runs a stream until it has read the whole topic and committed, and measures the second half. */
final class StreamMeter {

    /** A look goes through thousands of metrics: looking all the time would take longer than what is measured. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final KafkaStreams streams;
    private final Setting setting;

    StreamMeter(KafkaStreams streams, Setting setting) {
        this.streams = streams;
        this.setting = setting;
    }

    /**
     * Measures; the stream goes on until it is closed.
     *
     * @throws IllegalStateException when the stream ends before it has read all
     */
    Measured measure() throws InterruptedException {
        streams.start();
        long records = setting.plan().records();
        await(1);
        Duration started = Reading.uptime();
        Reading warm = await(records / 2);
        await(records);
        TimeUnit.MILLISECONDS.sleep(2L * setting.plan().commitMillis());
        return warm.until(reading(), setting.pipeline(), started);
    }

    private Reading await(long records) throws InterruptedException {
        Reading now = reading();
        while (now.records() < records) {
            if (streams.state().hasCompletedShutdown()) {
                throw new IllegalStateException("the stream ended: " + streams.state());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            now = reading();
        }
        return now;
    }

    private Reading reading() {
        long consumed = sum((name, topic) -> name.name().equals("records-consumed-total")
                && name.group().equals("consumer-fetch-manager-metrics")
                && Topics.ACCESS_LOGS.equals(topic));
        long changes = sum((name, topic) -> name.name().equals("byte-total")
                && name.group().equals("producer-topic-metrics")
                && topic != null
                && topic.endsWith("-changelog"));
        return Reading.now(consumed, changes);
    }

    private long sum(BiPredicate<MetricName, String> wanted) {
        double sum = 0;
        for (Metric metric : streams.metrics().values()) {
            MetricName name = metric.metricName();
            if (!name.tags().containsKey("partition")
                    && wanted.test(name, name.tags().get("topic"))) {
                sum += (double) metric.metricValue();
            }
        }
        return (long) sum;
    }
}
