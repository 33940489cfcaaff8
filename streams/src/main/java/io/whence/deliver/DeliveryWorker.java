/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryResult;
import io.whence.letter.LetterWriter;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers notices until it is told to stop; all Kafka clients belong to the thread that runs it. */
public final class DeliveryWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Sources sources;
    private final Journal journal;
    private final Desk desk;
    private final Senders senders;
    private final DeliveryRules rules;
    private final DeliveryGauge gauge;
    private final InstantSource clock;
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private volatile boolean stopping;

    /**
     * What is read.
     *
     * @param notices belongs to the delivery group, reads what is committed, commits nothing by itself
     * @param decoder reads notices
     * @param recipients whom they go to
     * @param noticesTopic the topic of notices
     * @param organizationsTopic the topic of organizations
     */
    public record Sources(
            Consumer<String, byte[]> notices,
            RecordDecoder<Notice> decoder,
            Recipients recipients,
            String noticesTopic,
            String organizationsTopic) {}

    /**
     * A worker.
     *
     * @param channels where every notice goes, at least one
     */
    public DeliveryWorker(
            Sources sources, Journal journal, List<Channel> channels, DeliveryRules rules, Writing writing) {
        this.sources = sources;
        this.journal = journal;
        this.rules = rules;
        this.desk = new Desk(rules, channels, writing.letters(), writing.clock());
        this.senders = new Senders(rules.threads());
        this.gauge = writing.gauge();
        this.clock = writing.clock();
    }

    /**
     * What letters are written with.
     *
     * @param letters the writer
     * @param clock the time on the wall
     * @param gauge where it is shown what is done
     */
    public record Writing(LetterWriter letters, InstantSource clock, DeliveryGauge gauge) {}

    /** Stops after the attempts under way; returns at once. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try (senders;
                journal;
                var recipients = sources.recipients();
                var notices = sources.notices()) {
            journal.open();
            recipients.open(sources.organizationsTopic());
            notices.subscribe(List.of(sources.noticesTopic()), new Ownership());
            while (!stopping) {
                recipients.refresh();
                read();
                turn(senders.free());
                show();
            }
            settle();
        }
    }

    private void show() {
        gauge.turned(new DeliveryGauge.Turn(
                Optional.of(clock.instant()),
                desk.waiting(),
                senders.underWay(),
                sources.notices().assignment().size()));
    }

    private void read() {
        Consumer<String, byte[]> notices = sources.notices();
        if (desk.full()) {
            notices.pause(notices.assignment());
        } else {
            notices.resume(notices.paused());
        }
        notices.poll(POLL).forEach(this::take);
    }

    private void take(ConsumerRecord<String, byte[]> found) {
        Decoded<Notice> decoded = sources.decoder().decode(found.value());
        if (decoded instanceof Decoded.Value<Notice> notice) {
            Recipient recipient = sources.recipients().of(notice.value().organizationId());
            desk.take(found.partition(), found.offset(), notice.value(), recipient);
            return;
        }
        String name = found.topic() + "/" + found.partition() + "/" + found.offset();
        String reason = "not readable as a notice: " + ((Decoded.Undecodable<Notice>) decoded).reason();
        LOG.error("{} is {}", name, reason);
        desk.takeUnreadable(
                found.partition(), found.offset(), name, Objects.requireNonNullElse(found.key(), ""), reason);
    }

    /** Writes down what has ended and what is about to begin, then begins it. */
    private void turn(int most) {
        senders.ended().forEach(end -> desk.finished(end.job(), end.answer()));
        writeLate();
        List<Job> due = desk.due(most);
        List<Filed> words = new ArrayList<>(desk.filed());
        due.forEach(job -> words.add(intent(job)));
        Map<TopicPartition, OffsetAndMetadata> offsets = offsets();
        if (words.isEmpty() && offsets.equals(committed)) {
            return;
        }
        if (!offsets.isEmpty()
                && journal.write(words, offsets, sources.notices().groupMetadata())) {
            committed = offsets;
            desk.filed().forEach(this::tell);
            desk.written();
            desk.begun(due);
            due.forEach(job -> senders.send(job.begun()));
        } else {
            desk.notBegun(due);
        }
    }

    private Filed intent(Job job) {
        return new Filed(job.place().partition(), desk.intent(job.begun()));
    }

    private void writeLate() {
        List<Filed> late = desk.takeLate();
        if (!late.isEmpty()) {
            journal.writeLate(late);
            late.forEach(this::tell);
        }
    }

    private void tell(Filed filed) {
        var outcome = filed.outcome();
        gauge.count(outcome);
        if (outcome.result() == DeliveryResult.UNCERTAIN) {
            LOG.error(
                    "notice {} by {}: UNCERTAIN, it is not sent again; ask the receiver. {}",
                    outcome.noticeId(),
                    outcome.channel(),
                    outcome.detail());
        } else {
            LOG.info(
                    "notice {} by {}: {} {}",
                    outcome.noticeId(),
                    outcome.channel(),
                    outcome.result(),
                    outcome.detail());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        desk.committable()
                .forEach((partition, offset) -> offsets.put(
                        new TopicPartition(sources.noticesTopic(), partition), new OffsetAndMetadata(offset)));
        return offsets;
    }

    /** Waits for the attempts under way, which all end within their time-outs, and writes their ends down. */
    private void settle() {
        senders.awaitAll().forEach(end -> desk.finished(end.job(), end.answer()));
        turn(0);
    }

    /** Learns what was written down before anything of a partition is sent; settles before it goes to another. */
    private final class Ownership implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                long position = sources.notices().position(partition);
                desk.assigned(partition.partition(), position, journal.read(partition.partition()));
            }
            LOG.info("delivers {} with up to {} attempts at a time", partitions, rules.threads());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            settle();
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            desk.revoked();
            committed = Map.of();
        }
    }
}
