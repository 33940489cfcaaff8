/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;

/**
 * The schemas records were written with, by id.
 *
 * <p>A schema, once known, is known for good. An id the registry denies is not asked for again for a while; ids nobody
 * has asked for are asked at a limited rate. Only the registry's own "no such schema" is taken as that: everything else
 * that is not an answer is {@link RegistryUnavailableException}. Nor is it believed from a registry that holds nothing,
 * or no longer knows what it told us: that one lost its storage, and the record may be good. No call takes longer than
 * the longest look-up allowed, even when the registry sends its answer byte by byte.
 */
final class WriterSchemas {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int NONE = -1;

    /** Shorter than any registry takes to restart, so that a flood of made-up ids does not double its calls. */
    private static final Duration MEMORY_BELIEVED = Duration.ofSeconds(2);

    /** Error codes of the Confluent protocol for a subject and a schema that do not exist. */
    private static final Set<Integer> NO_SUCH_SCHEMA = Set.of(40401, 40403);

    private final SchemaSource source;
    private final Executor executor;
    private final LookupBudget budget;
    private final Limits limits;
    private final InstantSource clock;
    private final BoundedCache<Integer, Schema> known = new BoundedCache<>(1_000);
    private final BoundedCache<Integer, Denial> denied = new BoundedCache<>(10_000);
    private final Map<Integer, FutureTask<Schema>> underway = new ConcurrentHashMap<>();
    private volatile int lastKnown = NONE;
    private volatile Instant memoryBelievedUntil = Instant.MIN;

    /**
     * How long things last.
     *
     * @param lookup the longest time to wait for an answer
     * @param denial how long an id the registry denied is not asked for again
     */
    record Limits(Duration lookup, Duration denial) {}

    /**
     * Nothing known yet.
     *
     * @param executor runs look-ups; refuses when it has too many
     */
    WriterSchemas(SchemaSource source, Executor executor, LookupBudget budget, Limits limits, InstantSource clock) {
        this.source = source;
        this.executor = executor;
        this.budget = budget;
        this.limits = limits;
        this.clock = clock;
    }

    private record Denial(Malformed fault, Instant until) {}

    /**
     * The schema of an id.
     *
     * @throws Malformed when there is none, or none that can be used
     * @throws RegistryUnavailableException when that cannot be found out now
     */
    Schema find(int id) {
        if (id < 0) {
            throw new Malformed(UndecodableReason.UNKNOWN_SCHEMA_ID, "no schema has the id " + id);
        }
        var schema = known.get(id);
        if (schema != null) {
            return schema;
        }
        var denial = denied.get(id);
        if (denial != null && clock.instant().isBefore(denial.until)) {
            throw denial.fault;
        }
        return ask(id);
    }

    private Schema ask(int id) {
        var mine = new FutureTask<>(() -> lookUp(id));
        var other = underway.putIfAbsent(id, mine);
        try {
            if (other == null) {
                start(mine);
            }
            var schema = (other == null ? mine : other).get(limits.lookup.toMillis(), TimeUnit.MILLISECONDS);
            known.put(id, schema);
            lastKnown = id;
            return schema;
        } catch (ExecutionException e) {
            throw judged(id, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new RegistryUnavailableException("no answer within " + limits.lookup.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking for schema " + id, e);
        } finally {
            underway.remove(id, mine);
        }
    }

    private void start(FutureTask<Schema> lookup) {
        if (!budget.spend()) {
            throw new RegistryUnavailableException("too many unknown schema ids; asking more slowly");
        }
        try {
            executor.execute(lookup);
        } catch (RejectedExecutionException e) {
            throw new RegistryUnavailableException("too many look-ups without an answer", e);
        }
    }

    private Schema lookUp(int id) throws IOException, RestClientException {
        try {
            return source.ask(id);
        } catch (RestClientException answer) {
            if (isDenial(answer)) {
                requireMemory();
            }
            throw answer;
        }
    }

    private void requireMemory() throws IOException, RestClientException {
        if (clock.instant().isBefore(memoryBelievedUntil)) {
            return;
        }
        int witness = lastKnown;
        if (witness == NONE ? holdsNothing() : hasForgotten(witness)) {
            throw new IOException(
                    witness == NONE
                            ? "the registry holds no schema at all"
                            : "the registry no longer knows schema " + witness);
        }
        memoryBelievedUntil = clock.instant().plus(MEMORY_BELIEVED);
    }

    private boolean hasForgotten(int witness) throws IOException, RestClientException {
        try {
            source.ask(witness);
            return false;
        } catch (RestClientException answer) {
            if (isDenial(answer)) {
                return true;
            }
            throw answer;
        }
    }

    /** Where listing is forbidden it cannot be told; then the registry is believed. */
    private boolean holdsNothing() throws IOException, RestClientException {
        try {
            return source.isEmpty();
        } catch (RestClientException answer) {
            if (answer.getStatus() == FORBIDDEN) {
                return false;
            }
            throw answer;
        }
    }

    private static boolean isDenial(RestClientException answer) {
        return answer.getStatus() == NOT_FOUND && NO_SUCH_SCHEMA.contains(answer.getErrorCode());
    }

    private RuntimeException judged(int id, Throwable fault) {
        if (fault instanceof Malformed unusable) {
            return deny(id, unusable);
        }
        if (fault instanceof RestClientException answer && isDenial(answer)) {
            return deny(id, new Malformed(UndecodableReason.UNKNOWN_SCHEMA_ID, "the registry has no schema " + id));
        }
        memoryBelievedUntil = Instant.MIN;
        return new RegistryUnavailableException("schema " + id + " cannot be looked up: " + describe(fault), fault);
    }

    private Malformed deny(int id, Malformed fault) {
        denied.put(id, new Denial(fault, clock.instant().plus(limits.denial)));
        return fault;
    }

    private static String describe(Throwable fault) {
        if (fault instanceof RestClientException answer) {
            return "HTTP " + answer.getStatus();
        }
        return fault instanceof IOException ? String.valueOf(fault.getMessage()) : fault.toString();
    }
}
