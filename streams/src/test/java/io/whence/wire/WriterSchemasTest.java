/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {
    private static final WriterSchemas.Limits LIMITS =
            new WriterSchemas.Limits(Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final AdjustableClock clock = new AdjustableClock(Wire.NOON);
    private final List<Integer> asked = new ArrayList<>();
    private final WriterSchemas schemas =
            new WriterSchemas(source(this::deny), Runnable::run, new LookupBudget(500, 50, clock), LIMITS, clock);

    @Test
    void aFloodOfMadeUpIdsDoesNotBecomeTheRegistrysFlood() {
        long seed = 8;
        var ids = new Random(seed).ints(100_000, 0, Integer.MAX_VALUE).toArray();
        int kept = 0;
        int unknown = 0;
        for (int index = 0; index < ids.length; index++) {
            if (index % 1_000 == 0) {
                clock.advance(Duration.ofSeconds(1));
            }
            try {
                schemas.find(ids[index]);
            } catch (Malformed e) {
                unknown++;
            } catch (RegistryUnavailableException e) {
                kept++;
            }
        }

        assertThat(unknown).as("judged, seed %d", seed).isEqualTo(asked.size());
        assertThat(unknown + kept).isEqualTo(ids.length);
        assertThat(asked).as("500 at once and 50 a second for 100 s").hasSize(500 + 99 * 50);
    }

    @Test
    void aBudgetDoesNotGrowBeyondItsBurst() {
        var budget = new LookupBudget(3, 10, clock);
        clock.advance(Duration.ofDays(1));

        assertThat(List.of(budget.spend(), budget.spend(), budget.spend(), budget.spend()))
                .containsExactly(true, true, true, false);
        clock.advance(Duration.ofMillis(99));
        assertThat(budget.spend()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void aClockThatGoesBackDoesNotRefillTheBudget() {
        var budget = new LookupBudget(1, 1, clock);
        budget.spend();
        clock.advance(Duration.ofHours(-1));

        assertThat(budget.spend()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(budget.spend()).isTrue();
    }

    @Test
    void negativeIdsAreNobodys() {
        assertThatThrownBy(() -> schemas.find(-5)).isInstanceOf(Malformed.class).hasMessage("no schema has the id -5");

        assertThat(asked).isEmpty();
    }

    @Test
    void tooManyUnansweredLookUpsAreAnOutage() {
        var full = new WriterSchemas(
                source(id -> Schema.create(Schema.Type.NULL)),
                task -> {
                    throw new RejectedExecutionException();
                },
                new LookupBudget(500, 50, clock),
                LIMITS,
                clock);

        assertThatThrownBy(() -> full.find(1)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aDefectOfTheClientIsAnOutageAndNotTheRecordsFault() {
        var failing = new WriterSchemas(
                source(id -> {
                    throw new NullPointerException("in the client");
                }),
                Runnable::run,
                new LookupBudget(500, 50, clock),
                LIMITS,
                clock);

        assertThatThrownBy(() -> failing.find(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("in the client");
    }

    private interface Answer {
        Schema to(int id) throws RestClientException;
    }

    private static SchemaSource source(Answer answer) {
        return new SchemaSource() {
            @Override
            public Schema ask(int id) throws RestClientException {
                return answer.to(id);
            }

            @Override
            public boolean isEmpty() {
                return false;
            }
        };
    }

    private Schema deny(int id) throws RestClientException {
        asked.add(id);
        throw new RestClientException("Schema not found", 404, 40403);
    }
}
