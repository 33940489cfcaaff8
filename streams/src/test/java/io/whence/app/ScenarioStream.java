/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.whence.config.PolicyFile;
import io.whence.config.WhenceConfig;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.Stores;
import io.whence.wire.SchemaRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Plays a scenario in Kafka Streams on a real broker, with the places of the scenario. The time of those who fall
 * silent passes when the scenario says so, as in a backtest.
 */
final class ScenarioStream implements AutoCloseable {

    private static final Instant NOT_YET = Instant.EPOCH;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ScenarioFolder folder;
    private final WhenceConfig config;
    private final @Nullable ScenarioPlaces places;
    private final List<Instant> changes;
    private final boolean inCommon;
    private final List<OfficerAction> actions;
    private final List<Control> controls;
    private final AtomicReference<Instant> until = new AtomicReference<>(NOT_YET);
    private final AtomicLong looks = new AtomicLong();
    private final SchemaRegistry registry;
    private final KafkaStreams streams;
    private final ScenarioTopics topics;
    private Instant latest = Instant.EPOCH;

    ScenarioStream(ScenarioFolder folder, WhenceConfig config) throws Exception {
        this.folder = folder;
        this.config = config;
        places = folder.places();
        changes = new ArrayList<>(places == null ? List.of() : places.changes());
        inCommon = !folder.findings().isEmpty();
        actions = new ArrayList<>(folder.actions());
        actions.sort(Comparator.comparing(OfficerAction::at).thenComparing(OfficerAction::actionId));
        controls = new ArrayList<>(folder.controls());
        registry = SchemaRegistry.connect(Settings.registry(config), Clock.systemUTC());
        Wiring wiring = new Wiring(registry, Waiting.forNothing(Clock.systemUTC()));
        topics = new ScenarioTopics(config);
        topics.deleteAll();
        new Provisioning(config, wiring).provide(policies());
        OriginLocator locator = places == null ? ScenarioRun.bundled() : places;
        streams = wiring.stream(
                config, Settings.tallyRules(config).replayedUntil(this::lookedAt), locator, StreamsSettings.of(config));
    }

    private List<RegionPolicy> policies() throws IOException {
        List<RegionPolicy> policies = new ArrayList<>();
        for (PolicyFile policy : folder.policies()) {
            policies.add(policy.compile().orThrow());
        }
        return policies;
    }

    private Instant lookedAt() {
        looks.incrementAndGet();
        return until.get();
    }

    /** Hands everything in and lets time pass to the end; when it returns, all that comes of it is on the topics. */
    void play() throws IOException {
        folder.organizations().forEach(topics.producer()::send);
        streams.start();
        changePlaces(NOT_YET);
        for (AccessEvent event : folder.events()) {
            changePlaces(event.timestamp());
            control(event.timestamp());
            act(event.timestamp());
            send(event);
        }
        Instant end = folder.until();
        finish(end == null ? OrganizationClock.closingOf(OrganizationClock.dayOf(latest), lateness()) : end);
        assertThat(streams.close(PATIENCE)).as("closed").isTrue();
    }

    /** What organizations have in common goes around between the steps, and is there before their next day. */
    private void send(AccessEvent event) {
        LocalDate day = OrganizationClock.dayOf(event.timestamp());
        if (inCommon && day.isAfter(OrganizationClock.dayOf(latest))) {
            topics.awaitRead();
        }
        until.set(NOT_YET);
        topics.producer().send(event);
        latest = event.timestamp().isAfter(latest) ? event.timestamp() : latest;
    }

    private void finish(Instant end) {
        changePlaces(end);
        act(end);
        passTimeTo(end);
    }

    private void changePlaces(Instant time) {
        while (places != null && !changes.isEmpty() && !changes.get(0).isAfter(time)) {
            Instant change = changes.remove(0);
            if (change.isAfter(NOT_YET)) {
                act(change);
                passTimeTo(change);
            }
            places.use(change);
        }
    }

    private void act(Instant time) {
        while (!actions.isEmpty() && !actions.get(0).at().isAfter(time)) {
            OfficerAction action = actions.remove(0);
            passTimeTo(action.at());
            topics.producer().send(action);
            topics.awaitRead();
        }
    }

    private void control(Instant time) {
        while (!controls.isEmpty() && !controls.get(0).at().isAfter(time)) {
            Control control = controls.remove(0);
            topics.awaitRead();
            ControlTopic.with(config, Clock.systemUTC(), topic -> {
                topic.write(control);
                return topic;
            });
            await().atMost(PATIENCE)
                    .until(() -> control.equals(
                            this.<String, Control>store(Stores.CONTROLS).get(control.key())));
        }
    }

    /** Lets time pass for everybody at once: nobody is silent before all have been for long enough. */
    private void passTimeTo(Instant time) {
        topics.awaitRead();
        Duration idle = config.duration(WhenceConfig.IDLE_CLOSE);
        await().pollDelay(idle.plusMillis(1)).atMost(PATIENCE).until(() -> true);
        until.set(time);
        await().atMost(PATIENCE).until(() -> everybodyIsAt(time));
        long looked = looks.get();
        await().atMost(PATIENCE).until(() -> looks.get() > looked); // what the look before began is done
        topics.awaitRead();
    }

    private boolean everybodyIsAt(Instant time) {
        try (KeyValueIterator<Bytes, OrganizationClock> clocks =
                this.<Bytes, OrganizationClock>store(Stores.CLOCKS).all()) {
            while (clocks.hasNext()) {
                KeyValue<Bytes, OrganizationClock> clock = clocks.next();
                if (!clock.value.silencedAt(time, lateness(), time).equals(clock.value)) {
                    return false;
                }
            }
            return true;
        }
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    private Duration lateness() {
        return config.duration(WhenceConfig.LATENESS);
    }

    @Override
    public void close() {
        streams.close(PATIENCE);
        topics.close();
        registry.close();
    }
}
