/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.Replay;
import io.whence.topology.StateView;
import io.whence.topology.TallyRules;
import io.whence.topology.Topic;
import io.whence.topology.Topics;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import io.whence.wire.RecordDecoder;
import io.whence.wire.SchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The same topology over events that are at hand, without a broker. What comes out depends on nothing but the events,
 * the policies and the databases.
 */
public final class Backtest implements AutoCloseable {

    /** The state is in memory anyhow; this much of it is held as objects, too. */
    private static final long BUFFER_BYTES = 64 * 1024 * 1024L;

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final Instant receivedAt;
    private final TallyRules rules;
    private final Topics topics;
    private final Replay replay;
    private final SchemaRegistry registry;
    private final Queue<OfficerAction> actions =
            new PriorityQueue<>(Comparator.comparing(OfficerAction::at).thenComparing(OfficerAction::actionId));
    private Instant until = FAR;
    private Instant latest = Instant.EPOCH;
    private final Serializer<AccessEvent> serializer;
    private final Serializer<OfficerAction> actionSerializer;
    private final Serializer<String> keys;

    /**
     * A backtest of one set of rules.
     *
     * @param locator says where addresses are
     * @param proxies whose forwarding headers are believed
     * @param rules how traffic is counted
     * @param pseudonymKey secret that addresses are counted under
     * @param receivedAt when the events are taken to have been received; later ones are refused as of the future
     */
    public Backtest(
            OriginLocator locator, TrustedProxies proxies, TallyRules rules, byte[] pseudonymKey, Instant receivedAt) {
        this.receivedAt = receivedAt;
        this.rules = rules.replayedUntil(() -> until);
        InstantSource clock = InstantSource.fixed(receivedAt);
        registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://backtest"), clock);
        Wiring wiring = new Wiring(registry, Waiting.forNothing(clock));
        topics = wiring.topics();
        replay = wiring.topology(wiring.stores(BUFFER_BYTES), proxies, locator, this.rules, pseudonymKey)
                .replay(receivedAt);
        serializer = Contracts.ACCESS_EVENT.serializer(registry, wiring.patience());
        actionSerializer = Contracts.OFFICER_ACTION.serializer(registry, wiring.patience());
        keys = topics.organizations().key().serializer();
    }

    private <V> void put(Topic<String, V> topic, String key, @Nullable V value) {
        byte[] form = value == null ? null : topic.value().serializer().serialize(topic.name(), value);
        replay.accept(topic.name(), keys.serialize(topic.name(), key), form);
    }

    /** Puts a policy in place; before the events it is to judge. */
    public void policy(RegionPolicy policy) {
        put(topics.regionPolicies(), policy.id(), policy);
    }

    /** Takes an officer's control; for the events after it. */
    public void control(Control control) {
        put(topics.controls(), control.key(), control);
    }

    /** Tells what is known of an organization; before its events. */
    public void organization(Organization organization) {
        put(topics.organizations(), organization.organizationId(), organization);
    }

    /** Forgets what was told of an organization. */
    void erase(String organizationId) {
        put(topics.organizations(), organizationId, null);
    }

    /** What an officer decides; it is carried out when the events have come to its time. */
    public void action(OfficerAction action) {
        actions.add(action);
    }

    /** Takes one event. */
    public void accept(AccessEvent event) {
        carryOutActionsBefore(event.timestamp());
        if (event.timestamp().isAfter(latest) && !event.timestamp().isAfter(receivedAt)) {
            latest = event.timestamp();
        }
        accept(keys.serialize(Topics.ACCESS_LOGS, event.organizationId()), encode(event));
    }

    byte[] encode(AccessEvent event) {
        return serializer.serialize(Topics.ACCESS_LOGS, event);
    }

    /** The id of a schema that is not that of access events. */
    int otherSchemaId() {
        byte[] profile = topics.organizations()
                .value()
                .serializer()
                .serialize(Topics.ORGANIZATIONS, Organization.unknown("any"));
        return ByteBuffer.wrap(profile).getInt(1);
    }

    /** Takes one record of the access logs as it is. */
    void accept(byte[] key, byte[] value) {
        replay.accept(Topics.ACCESS_LOGS, key, value);
    }

    private void carryOutActionsBefore(Instant time) {
        while (!actions.isEmpty() && !actions.element().at().isAfter(time)) {
            OfficerAction action = actions.remove();
            passTimeTo(action.at());
            byte[] value = actionSerializer.serialize(Topics.OFFICER_ACTIONS, action);
            acceptAction(keys.serialize(Topics.OFFICER_ACTIONS, action.organizationId()), value);
        }
    }

    /** Takes one record of the officers' actions as it is. */
    void acceptAction(byte[] key, byte[] value) {
        replay.accept(Topics.OFFICER_ACTIONS, key, value);
    }

    /** Lets time pass for everybody: days close and deadlines come, as when nobody sends any more until then. */
    private void passTimeTo(Instant time) {
        until = time;
        replay.passTime(rules.idleAfter().multipliedBy(2));
        until = FAR;
    }

    /** Closes every day that is still open: there is nothing more to come. */
    public void finish() {
        finish(OrganizationClock.closingOf(OrganizationClock.dayOf(latest), rules.lateness()));
    }

    /**
     * Lets time pass to an instant: there is nothing more to come but the deadlines up to then.
     *
     * @param end the end of the time that is looked at; days that close later stay open
     */
    public void finish(Instant end) {
        carryOutActionsBefore(end);
        passTimeTo(end);
    }

    /** What was written since the last call. */
    public BacktestResults drain() {
        return new BacktestResults(
                values(topics.complianceNotices()),
                values(topics.enforcementDecisions()),
                json(Topics.REGIONAL_TRAFFIC, Contracts.REGIONAL_TRAFFIC),
                json(Topics.ASSESSMENTS, Contracts.ASSESSMENT),
                json(Topics.ENFORCEMENT_LEAKS, Contracts.ENFORCEMENT_LEAK),
                values(topics.caseEvents()),
                values(topics.deadLetters()));
    }

    private <V> List<V> values(Topic<String, V> topic) {
        return replay.drain(topic.name()).stream()
                .map(value -> topic.value().deserializer().deserialize(topic.name(), value))
                .toList();
    }

    private List<String> json(String topic, Contract<?> contract) {
        RecordDecoder<String> decoder = contract.jsonDecoder(registry);
        return replay.drain(topic).stream()
                .map(value -> Decoding.valueOf(decoder.decode(value)))
                .toList();
    }

    /** The state it has come to. */
    public StateView state() {
        return replay.state();
    }

    /** The sum of all ledgers. */
    public Ledger ledger() {
        return state().ledgers().values().stream().findFirst().orElse(Ledger.EMPTY);
    }

    @Override
    public void close() {
        replay.close();
        registry.close();
    }
}
