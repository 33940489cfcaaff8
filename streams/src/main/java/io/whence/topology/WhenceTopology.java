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
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Named;

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

    /** For Kafka Streams; the configuration must reach the builder, or names would not be enforced. */
    public Topology build(TopologyConfig config) {
        StreamsBuilder builder = new StreamsBuilder(config);
        layOut(new StreamLayout(builder));
        return builder.build();
    }

    /**
     * For records that are at hand.
     *
     * @param start when they are taken to have been received, and what the clock shows at first
     */
    public Replay replay(Instant start) {
        Replay replay = new Replay(start);
        layOut(new ReplayLayout(replay));
        replay.begin();
        return replay;
    }

    @SuppressWarnings("MethodLength") // the table of contents belongs on one page
    private void layOut(Layout layout) {
        PolicyTable policies = new PolicyTable();
        ControlTable controls = new ControlTable();
        stores.all().forEach(layout::store);
        layout.windows(Stores.exits());
        layout.global(stores.policies(), topics.regionPolicies(), policies::keeper);
        layout.global(Stores.controls(topics.controls().value()), topics.controls(), controls::keeper);
        layout.table(topics.organizations(), Stores.ORGANIZATIONS);

        Flow<String, TallyEvent> days = layout.read(topics.accessLogs())
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
                .repartition(new Topic<>("exit-uses", Serdes.Long(), new ExitUseCodec().serde()))
                .process(ExitProcessor::new, Named.as("exits"), Stores.EXITS)
                .repartition(new Topic<>("shared-exits", Serdes.String(), new SharedExitCodec().serde()))
                .process(
                        () -> new CompanionProcessor(rules.retentionDays(), controls),
                        Named.as("companions"),
                        Stores.COMPANIONS);
        Flow<String, JudgedTally> traffic = days.flatMapValues(TallyEvent::closed, Named.as("closed-days"))
                .process(
                        () -> new PolicyProcessor(policies, rules.retentionDays()),
                        Named.as("policy"),
                        Stores.EXPOSURES,
                        Stores.REGION_TOTALS);

        CaseRules caseRules = new CaseRules(policies, locator, rules, breaker, controls);
        Flow<String, CaseOutcome> cases = days.process(
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
        Flow<String, ActionOutcome> acted = layout.read(topics.officerActions())
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
        Flow<String, CaseOutcome> steps =
                cases.merge(acted.mapValues(ActionOutcome::cases, Named.as("action-steps")), Named.as("steps"));

        topics.deadLetters()
                .write(days.flatMapValues(TallyEvent::deadLetters, Named.as("dead-letters"))
                        .merge(
                                acted.flatMapValues(ActionOutcome::deadLetters, Named.as("action-dead-letters")),
                                Named.as("all-dead-letters")));
        topics.regionalTraffic().write(traffic);
        topics.enforcementLeaks()
                .write(days.flatMapValues(TallyEvent::leaks, Named.as("leaks"))
                        .process(() -> new EventHeaders<>(CloudEvent::of), Named.as("leak-headers")));
        topics.assessments().write(steps.flatMapValues(CaseOutcome::assessments, Named.as("assessments")));
        topics.caseEvents()
                .write(steps.flatMapValues(CaseOutcome::events, Named.as("case-events"))
                        .process(() -> new EventHeaders<>(CloudEvent::of), Named.as("case-event-headers")));
        topics.complianceNotices()
                .write(steps.flatMapValues(CaseOutcome::notices, Named.as("notices"))
                        .process(() -> new EventHeaders<>(CloudEvent::of), Named.as("notice-headers")));
        topics.enforcementDecisions()
                .write(steps.flatMapValues(CaseOutcome::decisions, Named.as("decisions"))
                        .selectKey((organization, decision) -> decision.key(), Named.as("decision-keys"))
                        .process(() -> new EventHeaders<>(CloudEvent::of), Named.as("decision-headers")));
    }

    private AccessReader reader() {
        return new AccessReader(decoder.get(), proxies, locator);
    }
}
