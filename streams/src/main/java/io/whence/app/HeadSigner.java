/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.proof.SigningKey;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import io.whence.wire.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs how far each chain of case events has come, outside the stream. A head that is written twice is the same twice,
 * so it goes on from where it committed and needs no transaction.
 */
final class HeadSigner implements AutoCloseable, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadSigner.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long RETRY_SECONDS = 10;

    private final WhenceConfig config;
    private final RecordDecoder<CaseEvent> decoder;
    private final Wiring wiring;
    private final SigningKey key;
    private final Thread thread = new Thread(this, "head-signer");
    private final CountDownLatch closed = new CountDownLatch(1);

    HeadSigner(WhenceConfig config, Wiring wiring, SigningKey key) {
        this.config = config;
        this.wiring = wiring;
        this.decoder = Contracts.CASE_EVENT.decoder(wiring.registry());
        this.key = key;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Signs until it is closed; what fails is tried again from the last commit. */
    @Override
    public void run() {
        while (!stopping(0)) {
            try (Consumer<byte[], byte[]> events = consumer();
                    Producer<byte[], byte[]> heads = producer()) {
                sign(events, heads);
            } catch (KafkaException | RegistryUnavailableException failed) {
                if (!stopping(RETRY_SECONDS)) {
                    LOG.warn("signing heads failed and is tried again", failed);
                }
            }
        }
    }

    private boolean stopping(long seconds) {
        try {
            return closed.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void sign(Consumer<byte[], byte[]> events, Producer<byte[], byte[]> heads) {
        events.subscribe(List.of(Topics.CASE_EVENTS));
        while (!stopping(0)) {
            Collection<CaseHead> signed = heads(events.poll(POLL));
            if (!signed.isEmpty()) {
                write(signed, heads);
                events.commitSync();
            }
        }
    }

    /** The signed head of each chain that went on. */
    Collection<CaseHead> heads(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, CaseHead> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> found : records) {
            Decoded<CaseEvent> decoded = decoder.decode(found.value());
            if (decoded instanceof Decoded.Value<CaseEvent> value
                    && value.value().expectedHash().equals(value.value().hash())) {
                CaseHead head = CaseHead.of(value.value());
                last.put(head.key(), head);
            } else {
                LOG.error(
                        "{}-{} offset {} is no case event with a hash that fits, and is not signed",
                        found.topic(),
                        found.partition(),
                        found.offset());
            }
        }
        return last.values().stream().map(key::sign).toList();
    }

    private void write(Collection<CaseHead> signed, Producer<byte[], byte[]> heads) {
        var form = Contracts.CASE_HEAD.serializer(wiring.registry(), wiring.patience());
        List<? extends Future<?>> sent = signed.stream()
                .map(head -> heads.send(new ProducerRecord<>(
                        Topics.CASE_HEADS,
                        head.key().getBytes(StandardCharsets.UTF_8),
                        form.serialize(Topics.CASE_HEADS, head))))
                .toList();
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new KafkaException("a head could not be written", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing heads", stop);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new TreeMap<>(config.kafka());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.getString(WhenceConfig.APPLICATION_ID) + "-case-heads");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new TreeMap<>(config.kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(POLL.multipliedBy(10).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
