/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.avro.Schema;

/** Asks the registry for a schema, every time. */
interface SchemaSource {

    /**
     * Asks for the schema of an id.
     *
     * @throws Malformed when the registry knows it and it cannot be used
     * @throws IOException when the registry cannot be reached or does not answer as one
     * @throws RestClientException when the registry answers with an error
     */
    Schema ask(int id) throws IOException, RestClientException;

    /**
     * Whether the registry holds no schema at all, as one does that lost its storage.
     *
     * @throws IOException when the registry cannot be reached or does not answer as one
     * @throws RestClientException when the registry answers with an error
     */
    boolean isEmpty() throws IOException, RestClientException;
}
