/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.topology.Topics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes the profile of an organization off its topic: name, contact, countries, networks, exemptions. */
public final class ProfileErasure {

    private ProfileErasure() {}

    /**
     * Writes the tombstone; every instance forgets the profile when it reads it, and compaction removes what was
     * before.
     *
     * @throws KafkaException when it could not be written
     */
    public static void erase(WhenceConfig config, String organizationId) {
        Map<String, Object> settings = new TreeMap<>(config.kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORGANIZATIONS, organizationId, null))
                    .get();
        } catch (ExecutionException failed) {
            throw new KafkaException("the profile could not be erased", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while erasing a profile", stopping);
        }
    }
}
