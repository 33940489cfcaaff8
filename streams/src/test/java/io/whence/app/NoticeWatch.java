/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.topology.Topics;
import io.whence.wire.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** When the latest notice of each organization could be read from the topic, committed. */
final class NoticeWatch implements AutoCloseable, TopicFollower.Reader {

    private final Map<String, Long> nanos = new ConcurrentHashMap<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final TopicFollower follower;

    private NoticeWatch(String brokers) {
        follower = new TopicFollower(
                "notice-watch", Map.of("bootstrap.servers", brokers), List.of(Topics.COMPLIANCE_NOTICES), this);
    }

    /** A watch that already listens. */
    static NoticeWatch start(String brokers) throws InterruptedException {
        NoticeWatch watch = new NoticeWatch(brokers);
        watch.follower.start();
        watch.listening.await();
        return watch;
    }

    /** Waits for a notice that came after a moment; both in nanoseconds of {@link System#nanoTime()}. */
    long awaitAfter(long moment, String organization) throws InterruptedException {
        while (nanos.getOrDefault(organization, moment) <= moment) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return nanos.get(organization);
    }

    @Override
    public Map<TopicPartition, Long> begin(Map<TopicPartition, Long> ends) {
        return ends;
    }

    @Override
    public void hear(ConsumerRecord<byte[], byte[]> sent) {
        nanos.put(new String(sent.key(), StandardCharsets.UTF_8), System.nanoTime());
    }

    @Override
    public void caughtUp() {
        listening.countDown();
    }

    @Override
    public void away(RuntimeException cause) {
        // the follower tries again
    }

    @Override
    public void close() {
        follower.close();
    }
}
