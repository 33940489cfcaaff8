/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Observations;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.Refusals;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads the state stores in the words of the domain. What it answers is provisional: the stores show what is processed,
 * the topics what is committed.
 */
public final class StateView {

    private final Source source;

    /** Opens a store for reading; the stores of one answer are opened anew each time, because tasks move. */
    public interface Source {

        /**
         * The local stores of a name as one.
         *
         * @throws RuntimeException when they cannot be read now, because tasks are starting or moving
         */
        <K, V> ReadOnlyKeyValueStore<K, V> store(String name);
    }

    public StateView(Source source) {
        this.source = source;
    }

    /** The tallies of an organization between two UTC days, both inclusive, in the order of days. */
    public List<DayTally> tallies(String organizationId, LocalDate first, LocalDate last) {
        return TallyStore.between(source.<Bytes, Tally>store(Stores.TALLIES), organizationId, first, last);
    }

    /** What was counted of an organization between two UTC days, both inclusive. */
    public Observations observations(String organizationId, LocalDate first, LocalDate last) {
        return new Observations(
                tallies(organizationId, first, last),
                EvidenceStore.between(source.<Bytes, EvidenceDay>store(Stores.EVIDENCE), organizationId, first, last));
    }

    /** The cases of an organization, one for each policy. */
    public List<ComplianceCase> cases(String organizationId) {
        return range(Stores.CASES, organizationId);
    }

    /** The notices of an organization, oldest first. */
    public List<Notice> notices(String organizationId) {
        return range(Stores.NOTICES, organizationId);
    }

    /** What time it is for an organization; empty when it has sent nothing. */
    public Optional<OrganizationClock> clock(String organizationId) {
        ReadOnlyKeyValueStore<Bytes, OrganizationClock> clocks = source.store(Stores.CLOCKS);
        return Optional.ofNullable(clocks.get(StoreKey.ofOrganization(organizationId)));
    }

    /** What became of an officer's action; empty when it has not been seen here. */
    public Optional<ActionReceipt> action(String organizationId, String actionId) {
        ReadOnlyKeyValueStore<Bytes, byte[]> actions = source.store(Stores.ACTIONS);
        return Optional.ofNullable(actions.get(StoreKey.ofPart(organizationId, actionId)))
                .map(ActionReceipt::of);
    }

    /** The profile of an organization. */
    public Organization organization(String organizationId) {
        ReadOnlyKeyValueStore<String, Organization> profiles = source.store(Stores.ORGANIZATIONS);
        Organization profile = profiles.get(organizationId);
        return profile == null ? Organization.unknown(organizationId) : profile;
    }

    /** Visits every profile. */
    public void forEachProfile(Consumer<Organization> visitor) {
        ReadOnlyKeyValueStore<String, Organization> profiles = source.store(Stores.ORGANIZATIONS);
        try (KeyValueIterator<String, Organization> all = profiles.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.value));
        }
    }

    /** Visits the id and the clock of every organization that has sent something. */
    public void forEachOrganization(BiConsumer<String, OrganizationClock> visitor) {
        ReadOnlyKeyValueStore<Bytes, OrganizationClock> clocks = source.store(Stores.CLOCKS);
        try (KeyValueIterator<Bytes, OrganizationClock> all = clocks.all()) {
            all.forEachRemaining(entry -> visitor.accept(StoreKey.toOrganization(entry.key), entry.value));
        }
    }

    /** Visits the id and the exposure of every organization with a closed day. */
    public void forEachExposure(BiConsumer<String, Exposure> visitor) {
        ReadOnlyKeyValueStore<Bytes, Exposure> exposures = source.store(Stores.EXPOSURES);
        try (KeyValueIterator<Bytes, Exposure> all = exposures.all()) {
            all.forEachRemaining(entry -> visitor.accept(StoreKey.toOrganization(entry.key), entry.value));
        }
    }

    /** All notices, by organization. */
    public List<Notice> notices() {
        return all(Stores.NOTICES);
    }

    /** All cases, by organization. */
    public List<ComplianceCase> cases() {
        return all(Stores.CASES);
    }

    /** All policies, by id. */
    public List<RegionPolicy> policies() {
        ReadOnlyKeyValueStore<String, RegionPolicy> policies = source.store(Stores.POLICIES);
        List<RegionPolicy> found = new ArrayList<>();
        try (KeyValueIterator<String, RegionPolicy> all = policies.all()) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    /** What gateways served although it was to be refused, on days that are still open. */
    public List<Leak> leaks() {
        return this.<Refusals>all(Stores.REFUSALS).stream()
                .flatMap(refusals -> refusals.leaks().stream())
                .toList();
    }

    /** What all organizations together sent on closed days, between two UTC days, both inclusive; not added up yet. */
    public List<RegionTotal> totals(LocalDate first, LocalDate last) {
        return between(Stores.REGION_TOTALS, StoreKey.ofTotals(first), StoreKey.ofTotals(last.plusDays(1)));
    }

    /** The latest transitions of an organization's cases, by policy and in their order. */
    public List<CaseEvent> history(String organizationId) {
        return range(Stores.CASE_HISTORY, organizationId);
    }

    /** The ledger of each input partition. */
    public Map<Integer, Ledger> ledgers() {
        ReadOnlyKeyValueStore<Bytes, Ledger> ledgers = source.store(Stores.LEDGER);
        Map<Integer, Ledger> found = new TreeMap<>();
        try (KeyValueIterator<Bytes, Ledger> all = ledgers.all()) {
            all.forEachRemaining(
                    entry -> found.put(ByteBuffer.wrap(entry.key.get()).getInt(), entry.value));
        }
        return found;
    }

    private <V> List<V> range(String name, String organizationId) {
        return between(name, StoreKey.from(organizationId), StoreKey.upTo(organizationId));
    }

    private <V> List<V> between(String name, Bytes from, Bytes upTo) {
        ReadOnlyKeyValueStore<Bytes, V> store = source.store(name);
        List<V> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> range = store.range(from, upTo)) {
            while (range.hasNext()) {
                KeyValue<Bytes, V> entry = range.next();
                found.add(entry.value);
            }
        }
        return found;
    }

    private <V> List<V> all(String name) {
        ReadOnlyKeyValueStore<Bytes, V> store = source.store(name);
        List<V> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> all = store.all()) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }
}
