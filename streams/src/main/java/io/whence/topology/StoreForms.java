/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Organization;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The stores that questions are answered from, with the forms in which instances pass their entries to each other. */
public final class StoreForms {

    private final Map<String, StoreForm<?, ?>> byStore = new TreeMap<>();

    /**
     * The forms: what is passed looks as it does at rest, which every release can read.
     *
     * @param notice form of notices at rest
     * @param organization form of profiles, which rest in that of their topic
     */
    public StoreForms(Serde<Notice> notice, Serde<Organization> organization) {
        put(Stores.LEDGER, new LedgerCodec().serde());
        put(Stores.CLOCKS, new ClockCodec().serde());
        put(Stores.TALLIES, new TallyCodec().serde());
        put(Stores.EVIDENCE, new EvidenceCodec().serde());
        put(Stores.COMPANIONS, new CompanionsCodec().serde());
        put(Stores.ACTIONS, Serdes.ByteArray());
        put(Stores.EXPOSURES, new ExposureCodec().serde());
        put(Stores.OPEN_EXPOSURES, new ExposureCodec().serde());
        put(Stores.REGION_TOTALS, new RegionTotalCodec().serde());
        put(Stores.OPEN_TOTALS, new RegionTotalCodec().serde());
        put(Stores.CASE_HISTORY, new CaseEventCodec().serde());
        put(Stores.CASES, new CaseCodec().serde());
        put(Stores.REFUSALS, new RefusalsCodec().serde());
        put(Stores.NOTICES, notice);
        byStore.put(Stores.ORGANIZATIONS, new StoreForm<>(Stores.ORGANIZATIONS, Serdes.String(), organization));
    }

    private <V> void put(String store, Serde<V> value) {
        byStore.put(store, new StoreForm<>(store, Serdes.Bytes(), value));
    }

    /** The form of a store; empty when no question is answered from a store of this name. */
    @SuppressWarnings("unchecked") // whoever names a store knows what is in it
    public <K, V> Optional<StoreForm<K, V>> of(String store) {
        return Optional.ofNullable((StoreForm<K, V>) byStore.get(store));
    }
}
