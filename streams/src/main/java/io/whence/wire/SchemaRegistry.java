/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to a schema registry that speaks the Confluent protocol, or to one in memory ({@code mock://scope}).
 *
 * <p>Connecting sends nothing. Safe for use by several threads; close it after everything that uses it.
 */
public final class SchemaRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);

    private static final int SCHEMAS = 1_000;

    /** Look-ups that wait for an answer at the same time; more are only left over from a registry that hangs. */
    private static final int MOST_THREADS = 32;

    private static final int LOOKUPS_AT_ONCE = 500;
    private static final int LOOKUPS_PER_SECOND = 50;

    private final RegistrySettings settings;
    private final SchemaRegistryClient client;
    private final ExecutorService lookups;
    private final WriterSchemas writerSchemas;

    private SchemaRegistry(RegistrySettings settings, InstantSource clock) {
        this.settings = settings;
        this.lookups = new ThreadPoolExecutor(
                0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), SchemaRegistry::lookupThread);
        SchemaSource source;
        if (settings.urls().get(0).startsWith("mock://")) {
            this.client = SchemaRegistryClientFactory.newClient(
                    settings.urls(), SCHEMAS, List.of(), settings.forClient(), Map.of());
            source = new InMemory(client);
        } else {
            var rest = new RestService(settings.urls());
            this.client = new CachedSchemaRegistryClient(rest, SCHEMAS, List.of(), settings.forClient(), Map.of());
            source = new OverHttp(rest, client);
        }
        this.writerSchemas = new WriterSchemas(
                source,
                lookups,
                new LookupBudget(LOOKUPS_AT_ONCE, LOOKUPS_PER_SECOND, clock),
                new WriterSchemas.Limits(settings.longestLookup(), settings.denial()),
                clock);
    }

    /**
     * Prepares the connection.
     *
     * @param settings under the names of the Confluent client: {@code schema.registry.url}, {@code basic.auth.*},
     *     {@code bearer.auth.*}, {@code schema.registry.ssl.*}, {@code auto.register.schemas}, and so on
     * @param clock tells when an id may be asked for again
     * @throws IllegalArgumentException when a setting is missing or cannot work
     */
    public static SchemaRegistry connect(Map<String, String> settings, InstantSource clock) {
        return new SchemaRegistry(new RegistrySettings(settings), clock);
    }

    /** The client of the Confluent registry, for what is not covered here. */
    public SchemaRegistryClient client() {
        return client;
    }

    RegistrySettings settings() {
        return settings;
    }

    WriterSchemas writerSchemas() {
        return writerSchemas;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("schema registry connection did not close", e);
        }
    }

    private static Thread lookupThread(Runnable task) {
        var thread = new Thread(task, "schema-lookup");
        thread.setDaemon(true);
        return thread;
    }

    private static Schema parsed(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw new Malformed(UndecodableReason.INCOMPATIBLE_SCHEMA, "the schema does not parse: " + e.getMessage());
        }
    }

    /** Lives as long as this process, so that it cannot have lost anything. */
    private record InMemory(SchemaRegistryClient client) implements SchemaSource {
        @Override
        public Schema ask(int id) throws IOException, RestClientException {
            return parsed(client.getSchemaById(id).canonicalString());
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** Past the client's cache and its lock, which one slow answer would close for all. */
    private record OverHttp(RestService rest, SchemaRegistryClient client) implements SchemaSource {
        @Override
        public Schema ask(int id) throws IOException, RestClientException {
            return usable(rest.getId(id));
        }

        @Override
        public boolean isEmpty() throws IOException, RestClientException {
            return rest.getAllSubjects().isEmpty();
        }

        private Schema usable(SchemaString answer) throws IOException, RestClientException {
            if (answer == null || answer.getSchemaString() == null) {
                throw new IOException("the answer holds no schema");
            }
            var type = answer.getSchemaType() == null ? AvroSchema.TYPE : answer.getSchemaType();
            if (!type.equals(AvroSchema.TYPE)) {
                throw new Malformed(UndecodableReason.INCOMPATIBLE_SCHEMA, "written as " + type + ", not as Avro");
            }
            if (answer.getReferences() == null || answer.getReferences().isEmpty()) {
                return parsed(answer.getSchemaString());
            }
            var resolved = client.parseSchema(type, answer.getSchemaString(), answer.getReferences())
                    .orElseThrow(() -> new IOException("the schema or one it refers to cannot be fetched"));
            return ((AvroSchema) resolved).rawSchema();
        }
    }
}
