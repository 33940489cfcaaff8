/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.OfficerAction;
import io.whence.http.ActionDesk;
import io.whence.query.NotReadyException;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import io.whence.wire.Patience;
import io.whence.wire.RegistryUnavailableException;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of officers' actions, for those who send. Safe for use by several threads. */
public final class ActionTopic implements ActionDesk, AutoCloseable {

    /** An officer waits this long for the brokers. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final Producer<String, OfficerAction> producer;

    ActionTopic(WhenceConfig config, SchemaRegistry registry, Patience patience) {
        Map<String, Object> settings = new TreeMap<>(config.kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer = new KafkaProducer<>(
                settings, new StringSerializer(), Contracts.OFFICER_ACTION.serializer(registry, patience));
    }

    /**
     * Does something with the topic of a configured cluster, then disconnects from it and its registry.
     *
     * @param <T> what the work comes to
     * @throws KafkaException when the cluster or the registry cannot be used
     */
    public static <T> T with(WhenceConfig config, Clock clock, Function<ActionTopic, T> work) {
        try (SchemaRegistry registry = SchemaRegistry.connect(Settings.registry(config), clock);
                ActionTopic topic = new ActionTopic(config, registry, Waiting.forNothing(clock))) {
            return work.apply(topic);
        }
    }

    /** How many partitions the topic has, and with it all that is counted by organization. */
    int partitions() {
        return producer.partitionsFor(Topics.OFFICER_ACTIONS).size();
    }

    /** Sends an action; when it returns, the brokers have it. */
    public void send(OfficerAction action) {
        try {
            producer.send(new ProducerRecord<>(Topics.OFFICER_ACTIONS, action.organizationId(), action))
                    .get();
        } catch (ExecutionException failed) {
            throw new KafkaException("the action could not be sent", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending an action", stopping);
        }
    }

    @Override
    public Optional<Fault> take(String organizationId, String json) {
        Decoded<OfficerAction> decoded = Contracts.OFFICER_ACTION.fromJson(json);
        if (decoded instanceof Decoded.Undecodable<OfficerAction> undecodable) {
            return Optional.of(new Fault(fieldOf(undecodable), sentence(undecodable)));
        }
        try {
            send(((Decoded.Value<OfficerAction>) decoded).value());
            return Optional.empty();
        } catch (KafkaException | RegistryUnavailableException away) {
            throw new NotReadyException("the brokers or the registry do not take the action", away);
        }
    }

    /** What the domain refuses begins with the field. */
    private static String fieldOf(Decoded.Undecodable<?> undecodable) {
        String field = undecodable.field();
        return field == null ? undecodable.message().split("[ :]", 2)[0] : field;
    }

    private static String sentence(Decoded.Undecodable<?> undecodable) {
        return undecodable.field() == null ? undecodable.message() : undecodable.field() + " " + undecodable.message();
    }

    @Override
    public void close() {
        producer.close();
    }
}
