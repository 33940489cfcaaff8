/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.Refusals;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of the application: names, forms and where it rests.
 *
 * @param supplier makes the store of a name, in RocksDB or in memory
 * @param notice form of notices at rest
 * @param policy form of policies at rest
 */
public record Stores(
        Function<String, KeyValueBytesStoreSupplier> supplier, Serde<Notice> notice, Serde<RegionPolicy> policy) {

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

    /** How much each organization sent lately, by region and product. */
    public static final String EXPOSURES = "exposures";

    /** What all organizations together sent on closed days, by day, region and standing. */
    public static final String REGION_TOTALS = "region-totals";

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

    /** Stores that rest on disk. */
    public static Stores onDisk(Serde<Notice> notice, Serde<RegionPolicy> policy) {
        return new Stores(org.apache.kafka.streams.state.Stores::persistentKeyValueStore, notice, policy);
    }

    /** Stores that live and die with the process, for replaying files. */
    public static Stores inMemory(Serde<Notice> notice, Serde<RegionPolicy> policy) {
        return new Stores(org.apache.kafka.streams.state.Stores::inMemoryKeyValueStore, notice, policy);
    }

    List<StoreBuilder<?>> all() {
        return List.of(
                cached(LEDGER, new LedgerCodec().serde()),
                cached(CLOCKS, new ClockCodec().serde()),
                cached(SEEN_EVENTS, Serdes.ByteArray()),
                cached(TALLIES, new TallyCodec().serde()),
                cached(EVIDENCE, new EvidenceCodec().serde()),
                cached(ACTIONS, Serdes.ByteArray()),
                cached(EXPOSURES, new ExposureCodec().serde()),
                cached(REGION_TOTALS, new RegionTotalCodec().serde()),
                cached(SURGES, new SurgeCodec().serde()),
                cached(CASES, new CaseCodec().serde()),
                cached(CASE_HISTORY, new CaseEventCodec().serde()),
                cached(NOTICES, notice),
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

    Materialized<String, Organization, KeyValueStore<Bytes, byte[]>> organizations() {
        return Materialized.as(supplier.apply(ORGANIZATIONS));
    }

    /** Asked for every request: in memory, where it is small, because few organizations are refused anything. */
    private static StoreBuilder<KeyValueStore<Bytes, Refusals>> refusals() {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(REFUSALS),
                        Serdes.Bytes(),
                        new RefusalsCodec().serde())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    private <V> StoreBuilder<KeyValueStore<Bytes, V>> cached(String name, Serde<V> value) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier.apply(name), Serdes.Bytes(), value)
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
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
