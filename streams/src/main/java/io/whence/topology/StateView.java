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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
         * A store that is here as a whole.
         *
         * @throws RuntimeException when it cannot be read now, because tasks are starting or moving
         */
        <K, V> ReadOnlyKeyValueStore<K, V> store(String name);

        /**
         * The part of a store that holds an organization.
         *
         * @throws RuntimeException likewise
         */
        default <K, V> ReadOnlyKeyValueStore<K, V> partOf(String name, String organizationId) {
            return store(name);
        }

        /**
         * The parts of a store, which together hold every entry once.
         *
         * @throws RuntimeException likewise
         */
        default <K, V> List<ReadOnlyKeyValueStore<K, V>> parts(String name) {
            return List.of(store(name));
        }

        /**
         * The parts of what was sent on days that are still open.
         *
         * @throws RuntimeException likewise
         */
        default List<ReadOnlyKeyValueStore<Bytes, RegionTotal>> openTotals() {
            return List.of(new OpenTotals(store(Stores.CLOCKS), store(Stores.TALLIES), store(Stores.POLICIES)));
        }

        /**
         * The parts of where each organization was plainly seen on days that are still open.
         *
         * @throws RuntimeException likewise
         */
        default List<ReadOnlyKeyValueStore<Bytes, Exposure>> openExposures() {
            return List.of(new OpenExposures(store(Stores.CLOCKS), store(Stores.TALLIES)));
        }
    }

    public StateView(Source source) {
        this.source = source;
    }

    /** The tallies of an organization between two UTC days, both inclusive, in the order of days. */
    public List<DayTally> tallies(String organizationId, LocalDate first, LocalDate last) {
        return TallyStore.between(
                source.<Bytes, Tally>partOf(Stores.TALLIES, organizationId), organizationId, first, last);
    }

    /** What was counted of an organization between two UTC days, both inclusive. */
    public Observations observations(String organizationId, LocalDate first, LocalDate last) {
        return new Observations(
                tallies(organizationId, first, last),
                days(Stores.EVIDENCE, organizationId, first, last),
                days(Stores.COMPANIONS, organizationId, first, last));
    }

    private <V> NavigableMap<LocalDate, V> days(String store, String organizationId, LocalDate first, LocalDate last) {
        return DayStore.between(source.<Bytes, V>partOf(store, organizationId), organizationId, first, last);
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
        ReadOnlyKeyValueStore<Bytes, OrganizationClock> clocks = source.partOf(Stores.CLOCKS, organizationId);
        return Optional.ofNullable(clocks.get(StoreKey.ofOrganization(organizationId)));
    }

    /** What became of an officer's action; empty when it has not been seen here. */
    public Optional<ActionReceipt> action(String organizationId, String actionId) {
        ReadOnlyKeyValueStore<Bytes, byte[]> actions = source.partOf(Stores.ACTIONS, organizationId);
        return Optional.ofNullable(actions.get(StoreKey.ofPart(organizationId, actionId)))
                .map(ActionReceipt::of);
    }

    /** The profile of an organization. */
    public Organization organization(String organizationId) {
        ReadOnlyKeyValueStore<String, Organization> profiles = source.partOf(Stores.ORGANIZATIONS, organizationId);
        Organization profile = profiles.get(organizationId);
        return profile == null ? Organization.unknown(organizationId) : profile;
    }

    /** Visits every profile. */
    public void forEachProfile(Consumer<Organization> visitor) {
        this.<String, Organization>forEach(Stores.ORGANIZATIONS, (id, profile) -> visitor.accept(profile));
    }

    /** Visits the id and the clock of every organization that has sent something. */
    public void forEachOrganization(BiConsumer<String, OrganizationClock> visitor) {
        this.<Bytes, OrganizationClock>forEach(
                Stores.CLOCKS, (key, clock) -> visitor.accept(StoreKey.toOrganization(key), clock));
    }

    /** Visits the id and the exposure of every organization with a closed day. */
    public void forEachExposure(BiConsumer<String, Exposure> visitor) {
        this.<Bytes, Exposure>forEach(
                Stores.EXPOSURES, (key, exposure) -> visitor.accept(StoreKey.toOrganization(key), exposure));
    }

    /** Visits the id and the exposure on days that are still open of every organization with such a day. */
    public void forEachOpenExposure(BiConsumer<String, Exposure> visitor) {
        forEach(source.openExposures(), (key, exposure) -> visitor.accept(StoreKey.toOrganization(key), exposure));
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
        return policies(source.store(Stores.POLICIES));
    }

    static List<RegionPolicy> policies(ReadOnlyKeyValueStore<String, RegionPolicy> store) {
        List<RegionPolicy> found = new ArrayList<>();
        try (KeyValueIterator<String, RegionPolicy> all = store.all()) {
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

    /** What all organizations together sent between two UTC days, both inclusive; not added up yet. */
    public List<RegionTotal> totals(LocalDate first, LocalDate last) {
        return Stream.concat(
                        source.<Bytes, RegionTotal>parts(Stores.REGION_TOTALS).stream(), source.openTotals().stream())
                .flatMap(part -> between(part, StoreKey.ofTotals(first), StoreKey.ofTotals(last.plusDays(1))).stream())
                .toList();
    }

    /** The latest transitions of an organization's cases, by policy and in their order. */
    public List<CaseEvent> history(String organizationId) {
        return range(Stores.CASE_HISTORY, organizationId);
    }

    /** The ledger of each input partition. */
    public Map<Integer, Ledger> ledgers() {
        Map<Integer, Ledger> found = new TreeMap<>();
        this.<Bytes, Ledger>forEach(
                Stores.LEDGER,
                (key, ledger) -> found.put(ByteBuffer.wrap(key.get()).getInt(), ledger));
        return found;
    }

    private <V> List<V> range(String name, String organizationId) {
        ReadOnlyKeyValueStore<Bytes, V> part = source.partOf(name, organizationId);
        return between(part, StoreKey.from(organizationId), StoreKey.upTo(organizationId));
    }

    private static <V> List<V> between(ReadOnlyKeyValueStore<Bytes, V> part, Bytes from, Bytes upTo) {
        List<V> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> range = part.range(from, upTo)) {
            while (range.hasNext()) {
                KeyValue<Bytes, V> entry = range.next();
                found.add(entry.value);
            }
        }
        return found;
    }

    private <V> List<V> all(String name) {
        List<V> found = new ArrayList<>();
        this.<Bytes, V>forEach(name, (key, value) -> found.add(value));
        return found;
    }

    private <K, V> void forEach(String name, BiConsumer<K, V> visitor) {
        forEach(source.<K, V>parts(name), visitor);
    }

    private static <K, V> void forEach(List<ReadOnlyKeyValueStore<K, V>> parts, BiConsumer<K, V> visitor) {
        for (ReadOnlyKeyValueStore<K, V> part : parts) {
            try (KeyValueIterator<K, V> all = part.all()) {
                all.forEachRemaining(entry -> visitor.accept(entry.key, entry.value));
            }
        }
    }
}
