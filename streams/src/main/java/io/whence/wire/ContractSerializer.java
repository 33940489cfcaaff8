/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes domain values with the Confluent serializer, and sits out a registry that does not answer. */
final class ContractSerializer<D, A extends SpecificRecord> implements Serializer<D> {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final Mapping<D, A> mapping;
    private final Patience patience;
    private final KafkaAvroSerializer serializer;

    ContractSerializer(Mapping<D, A> mapping, SchemaRegistry registry, Patience patience) {
        this.mapping = mapping;
        this.patience = patience;
        this.serializer = new KafkaAvroSerializer(registry.client());
        this.serializer.configure(registry.settings().forSerializer(), false);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable D value) {
        if (value == null) {
            return null;
        }
        var contract = mapping.toAvro().apply(value);
        return patience.outlast(() -> write(topic, contract));
    }

    private byte[] write(String topic, A contract) {
        try {
            return serializer.serialize(topic, contract);
        } catch (KafkaException e) {
            if (isOutage(e)) {
                throw new RegistryUnavailableException("no schema id for " + topic + ": " + e.getMessage(), e);
            }
            throw refused(topic, e);
        }
    }

    /** Says in a line what the registry said; its client would repeat the whole schema. */
    private static KafkaException refused(String topic, KafkaException e) {
        return e.getCause() instanceof RestClientException answer
                ? new SerializationException(
                        "the schema registry refuses the schema of " + topic + ": " + answer.getMessage()
                                + "; is schema.registry.url its address, with the path of its API?",
                        answer)
                : e;
    }

    private static boolean isOutage(KafkaException e) {
        if (e instanceof RetriableException
                || e instanceof AuthenticationException
                || e instanceof AuthorizationException) {
            return true;
        }
        if (e.getCause() instanceof RestClientException answer) {
            int status = answer.getStatus();
            return status < CLIENT_ERROR
                    || status >= SERVER_ERROR
                    || status == TOO_MANY_REQUESTS
                    || status == REQUEST_TIMEOUT;
        }
        return e.getCause() instanceof IOException || e.getCause() instanceof InterruptedIOException;
    }
}
