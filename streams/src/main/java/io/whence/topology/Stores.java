/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Refusals;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.ExitDay;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The state of the application: names and forms.
 *
 * @param notice form of notices at rest
 * @param policy form of policies at rest
 * @param memory of the buffers before the stores
 */
public record Stores(Serde<Notice> notice, Serde<RegionPolicy> policy, BufferMemory memory) {

    /** A week, and more than an event may be late. */
    static final Duration EXITS_KEPT = Duration.ofDays(10);

    private static final Duration DAY = Duration.ofDays(1);

    /** How each partition's records were accounted for. */
    public static final String LEDGER = "ledger";

    /** What time it is for each organization. */
    public static final String CLOCKS = "organization-clocks";

    /** Event ids that were counted. */
    public static final String SEEN_EVENTS = "seen-events";

    /** Traffic by organization, day and provenance. */
    public static final String TALLIES = "tallies";

    /** Facts of each organization's days that speak about a masked origin. */
    public static final String EVIDENCE = "evidence-days";

    /** Which organizations use which exit, by day. */
    public static final String EXITS = "exits";

    /** Which other organizations were on the exits of each, by day. */
    public static final String COMPANIONS = "companions";

    /** How much each organization sent lately, by region and product. */
    public static final String EXPOSURES = "exposures";

    /** What all organizations together sent on closed days, by day, region and standing. */
    public static final String REGION_TOTALS = "region-totals";

    /** The same on days that are still open: no store, but read like one. */
    public static final String OPEN_TOTALS = "open-totals";

    /** {@link #EXPOSURES} of days that are still open: no store either. */
    public static final String OPEN_EXPOSURES = "open-exposures";

    /** The latest transitions of each case. */
    public static final String CASE_HISTORY = "case-history";

    /** The case of each organization under each policy. */
    public static final String CASES = "cases";

    /** Officers' actions that were carried out. */
    public static final String ACTIONS = "actions";

    /** How many organizations each policy touches at once. */
    public static final String SURGES = "surges";

    /** What gateways are to refuse of each organization, and what they served all the same. */
    public static final String REFUSALS = "refusals";

    /** Notices by organization, in the order they were issued. */
    public static final String NOTICES = "notices";

    /** Profiles of organizations. */
    public static final String ORGANIZATIONS = "organizations";

    /** Officers' controls, on every instance. */
    public static final String CONTROLS = "controls";

    /** All policies, on every instance. */
    public static final String POLICIES = "region-policies";

    /** What of a store stays in the memory of its task. */
    enum Keep {
        /** What was touched lately, as far as memory goes. */
        AT_HAND,
        /** Only what is not written yet. */
        UNTIL_WRITTEN
    }

    /**
     * Stores with buffers before them.
     *
     * @param bufferBytes memory for values that were touched lately, changes that are not written yet among them
     */
    public static Stores of(Serde<Notice> notice, Serde<RegionPolicy> policy, long bufferBytes) {
        return new Stores(notice, policy, new BufferMemory(bufferBytes));
    }

    List<BufferedStoreBuilder<?>> all() {
        return List.of(
                buffered(LEDGER, new LedgerCodec().serde(), Keep.AT_HAND),
                buffered(CLOCKS, new ClockCodec().serde(), Keep.AT_HAND),
                buffered(SEEN_EVENTS, EventIds.serde(), Keep.UNTIL_WRITTEN),
                buffered(TALLIES, new TallyCodec().serde(), Keep.AT_HAND),
                buffered(EVIDENCE, new EvidenceCodec().serde(), Keep.AT_HAND),
                buffered(COMPANIONS, new CompanionsCodec().serde(), Keep.UNTIL_WRITTEN),
                buffered(ACTIONS, Serdes.ByteArray(), Keep.UNTIL_WRITTEN),
                buffered(EXPOSURES, new ExposureCodec().serde(), Keep.UNTIL_WRITTEN),
                buffered(REGION_TOTALS, new RegionTotalCodec().serde(), Keep.AT_HAND),
                buffered(SURGES, new SurgeCodec().serde(), Keep.AT_HAND),
                buffered(CASES, new CaseCodec().serde(), Keep.UNTIL_WRITTEN),
                buffered(CASE_HISTORY, new CaseEventCodec().serde(), Keep.UNTIL_WRITTEN),
                buffered(NOTICES, notice, Keep.UNTIL_WRITTEN),
                refusals());
    }

    StoreBuilder<KeyValueStore<String, RegionPolicy>> policies() {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(POLICIES), Serdes.String(), policy)
                .withLoggingDisabled();
    }

    static StoreBuilder<KeyValueStore<String, Control>> controls(Serde<Control> control) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(CONTROLS), Serdes.String(), control)
                .withLoggingDisabled();
    }

    /** Days go by themselves: nobody asks for them after a week and the time that an event may be late. */
    static StoreBuilder<WindowStore<Long, ExitDay>> exits() {
        return org.apache.kafka.streams.state.Stores.windowStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentWindowStore(EXITS, EXITS_KEPT, DAY, false),
                        Serdes.Long(),
                        new ExitDayCodec().serde())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    /** Asked for every request: in memory, where it is small, because few organizations are refused anything. */
    private BufferedStoreBuilder<Refusals> refusals() {
        return new BufferedStoreBuilder<>(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(REFUSALS),
                new RefusalsCodec().serde(),
                Keep.AT_HAND,
                memory);
    }

    private <V> BufferedStoreBuilder<V> buffered(String name, Serde<V> form, Keep keep) {
        return new BufferedStoreBuilder<>(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), form, keep, memory);
    }

    /** The form of a tally at rest, for those who read the store. */
    public static Serde<Tally> tallyForm() {
        return new TallyCodec().serde();
    }

    /** The form of the facts of a day at rest. */
    public static Serde<EvidenceDay> evidenceForm() {
        return new EvidenceCodec().serde();
    }

    /** The form of a clock at rest. */
    public static Serde<OrganizationClock> clockForm() {
        return new ClockCodec().serde();
    }

    /** The form of a ledger at rest. */
    public static Serde<Ledger> ledgerForm() {
        return new LedgerCodec().serde();
    }

    /** The form of a case at rest. */
    public static Serde<ComplianceCase> caseForm() {
        return new CaseCodec().serde();
    }
}
