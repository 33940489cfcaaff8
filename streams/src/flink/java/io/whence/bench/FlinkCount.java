/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.topology.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/**
 * What {@link Pipeline#COUNT} counts, by Flink in this process: decoded, located, counted by organization and hour. The
 * state is kept on the heap, which is the fastest that Flink has, with a checkpoint every ten seconds.
 */
public final class FlinkCount implements Foreign {

    static final LongAdder HANDLED = new LongAdder();

    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Override
    public Measured measure(Setting setting) throws Exception {
        JobClient job = start(setting);
        long records = setting.plan().records();
        await(job, 1);
        Duration started = Reading.uptime();
        await(job, records / 2);
        Reading warm = Reading.now(HANDLED.sum(), 0);
        await(job, records);
        Reading end = Reading.now(HANDLED.sum(), 0);
        job.cancel().get();
        return warm.until(end, setting.pipeline(), started);
    }

    private static JobClient start(Setting setting) throws Exception {
        Configuration configuration = new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, "hashmap")
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS)
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file://" + setting.directory())
                .set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(
                setting.plan().threads(), configuration);
        flink.fromSource(
                        source(setting),
                        WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMinutes(1)),
                        Topics.ACCESS_LOGS)
                .keyBy(request -> request.f0)
                .window(TumblingEventTimeWindows.of(Duration.ofHours(1)))
                .allowedLateness(Duration.ofHours(6))
                .aggregate(new Count())
                .sinkTo(new DiscardingSink<>());
        return flink.executeAsync("count");
    }

    private static KafkaSource<Tuple2<String, String>> source(Setting setting) {
        return KafkaSource.<Tuple2<String, String>>builder()
                .setBootstrapServers(setting.bootstrapServers())
                .setTopics(Topics.ACCESS_LOGS)
                .setGroupId(setting.applicationId())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new LocatedRequests(setting.registry(), setting.origins()))
                .build();
    }

    private static void await(JobClient job, long records) throws Exception {
        while (HANDLED.sum() < records) {
            if (job.getJobStatus().get().isTerminalState()) {
                throw new IllegalStateException("the job ended: " + job.getJobStatus().get());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private static final class Count implements AggregateFunction<Tuple2<String, String>, Long, Long> {

        private static final long serialVersionUID = 1;

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Tuple2<String, String> request, Long count) {
            HANDLED.increment();
            return count + 1;
        }

        @Override
        public Long getResult(Long count) {
            return count;
        }

        @Override
        public Long merge(Long one, Long other) {
            return one + other;
        }
    }
}
