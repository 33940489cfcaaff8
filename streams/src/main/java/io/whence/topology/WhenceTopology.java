/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Surge;
import io.whence.domain.origin.OriginLocator;
import io.whence.wire.CloudEvent;
import io.whence.wire.RecordDecoder;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The whole stream: access log, origin, tally, policy, case, notice.
 *
 * @param topics what is read and written
 * @param stores where state rests
 * @param decoder makes the decoder of each task
 * @param actions makes the decoder of officers' actions of each task
 * @param proxies whose forwarding headers are believed
 * @param locator says where an address is
 * @param rules how traffic is counted
 * @param breaker when too many organizations are touched at once
 * @param pseudonymKey secret that addresses are counted under
 */
@SuppressWarnings("ArrayRecordComponent") // a key is an array everywhere in the JDK
public record WhenceTopology(
        Topics topics,
        Stores stores,
        Supplier<RecordDecoder<AccessEvent>> decoder,
        Supplier<RecordDecoder<OfficerAction>> actions,
        TrustedProxies proxies,
        OriginLocator locator,
        TallyRules rules,
        Surge.Limit breaker,
        byte[] pseudonymKey) {

    /** The same with another limit of the breaker. */
    public WhenceTopology breakingAt(Surge.Limit limit) {
        return new WhenceTopology(topics, stores, decoder, actions, proxies, locator, rules, limit, pseudonymKey);
    }

    /** Lays the stream out; the configuration must reach the builder, or names would not be enforced. */
    @SuppressWarnings("MethodLength") // the table of contents belongs on one page
    public Topology build(TopologyConfig config) {
        StreamsBuilder builder = new StreamsBuilder(config);
        PolicyTable policies = new PolicyTable();
        ControlTable controls = new ControlTable();
        stores.all().forEach(builder::addStateStore);
        builder.addGlobalStore(
                stores.policies(),
                topics.regionPolicies().name(),
                topics.regionPolicies().consumed(),
                policies::keeper);
        builder.addGlobalStore(
                Stores.controls(topics.controls().value()),
                topics.controls().name(),
                topics.controls().consumed(),
                controls::keeper);
        builder.table(topics.organizations().name(), topics.organizations().consumed(), stores.organizations());

        KStream<String, TallyEvent> days = topics.accessLogs()
                .read(builder)
                .process(
                        () -> new TallyProcessor(reader(), rules, policies, controls, pseudonymKey),
                        Named.as("tally"),
                        Stores.LEDGER,
                        Stores.CLOCKS,
                        Stores.SURGES,
                        Stores.SEEN_EVENTS,
                        Stores.TALLIES,
                        Stores.EVIDENCE,
                        Stores.REFUSALS,
                        Stores.ORGANIZATIONS);
        days.flatMapValues(TallyEvent::exits, Named.as("exit-uses"))
                .selectKey((organization, use) -> use.exit(), Named.as("exit-keys"))
                .repartition(internal("exit-uses", Serdes.Long(), new ExitUseCodec().serde()))
                .process(ExitProcessor::new, Named.as("exits"), Stores.EXITS)
                .repartition(internal("shared-exits", Serdes.String(), new SharedExitCodec().serde()))
                .process(
                        () -> new CompanionProcessor(rules.retentionDays(), controls),
                        Named.as("companions"),
                        Stores.COMPANIONS);
        KStream<String, JudgedTally> traffic = days.flatMapValues(TallyEvent::closed, Named.as("closed-days"))
                .process(
                        () -> new PolicyProcessor(policies, rules.retentionDays()),
                        Named.as("policy"),
                        Stores.EXPOSURES,
                        Stores.REGION_TOTALS);

        CaseRules caseRules = new CaseRules(policies, locator, rules, breaker, controls);
        KStream<String, CaseOutcome> cases = days.process(
                () -> new CaseProcessor(caseRules),
                Named.as("case"),
                Stores.TALLIES,
                Stores.EVIDENCE,
                Stores.COMPANIONS,
                Stores.SURGES,
                Stores.CASES,
                Stores.CASE_HISTORY,
                Stores.NOTICES,
                Stores.REFUSALS,
                Stores.ORGANIZATIONS);
        KStream<String, ActionOutcome> acted = topics.officerActions()
                .read(builder)
                .process(
                        () -> new ActionProcessor(actions.get(), caseRules),
                        Named.as("action"),
                        Stores.CLOCKS,
                        Stores.TALLIES,
                        Stores.EVIDENCE,
                        Stores.COMPANIONS,
                        Stores.SURGES,
                        Stores.CASES,
                        Stores.CASE_HISTORY,
                        Stores.ACTIONS,
                        Stores.NOTICES,
                        Stores.REFUSALS,
                        Stores.ORGANIZATIONS);
        KStream<String, CaseOutcome> steps =
                cases.merge(acted.mapValues(ActionOutcome::cases, Named.as("action-steps")), Named.as("steps"));

        topics.deadLetters()
                .write(days.flatMapValues(TallyEvent::deadLetters, Named.as("dead-letters"))
                        .merge(
                                acted.flatMapValues(ActionOutcome::deadLetters, Named.as("action-dead-letters")),
                                Named.as("all-dead-letters")));
        topics.regionalTraffic().write(traffic);
        topics.enforcementLeaks()
                .write(days.flatMapValues(TallyEvent::leaks, Named.as("leaks"))
                        .processValues(() -> new EventHeaders<>(CloudEvent::of), Named.as("leak-headers")));
        topics.assessments().write(steps.flatMapValues(CaseOutcome::assessments, Named.as("assessments")));
        topics.caseEvents()
                .write(steps.flatMapValues(CaseOutcome::events, Named.as("case-events"))
                        .processValues(() -> new EventHeaders<>(CloudEvent::of), Named.as("case-event-headers")));
        topics.complianceNotices()
                .write(steps.flatMapValues(CaseOutcome::notices, Named.as("notices"))
                        .processValues(() -> new EventHeaders<>(CloudEvent::of), Named.as("notice-headers")));
        topics.enforcementDecisions()
                .write(steps.flatMapValues(CaseOutcome::decisions, Named.as("decisions"))
                        .selectKey((organization, decision) -> decision.key(), Named.as("decision-keys"))
                        .processValues(() -> new EventHeaders<>(CloudEvent::of), Named.as("decision-headers")));
        return builder.build();
    }

    /** A topic between two steps of the stream, under a name of its own. */
    private static <K, V> Repartitioned<K, V> internal(String name, Serde<K> key, Serde<V> value) {
        return Repartitioned.<K, V>as(name).withKeySerde(key).withValueSerde(value);
    }

    private AccessReader reader() {
        return new AccessReader(decoder.get(), proxies, locator);
    }
}
