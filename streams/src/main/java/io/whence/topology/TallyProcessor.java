/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.IpAddress;
import io.whence.domain.access.Products;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Surge;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.EvidenceRecorder;
import io.whence.domain.evidence.ExitUse;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.AddressPseudonym;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Ledger;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Counts each event once, and passes on the days that close. */
final class TallyProcessor implements Processor<String, LocatedRequest, String, DayEvent> {

    private final TallyRules rules;
    private final PolicyTable policies;
    private final ControlTable controls;
    private final AddressPseudonym pseudonym;
    private final EvidenceRecorder recorder;
    private final DayKeys.Ring ring = new DayKeys.Ring();

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, DayEvent> context;

    @SuppressWarnings("NullAway.Init")
    private Buffer<OrganizationClock> clocks;

    @SuppressWarnings("NullAway.Init")
    private Buffer<Surge> surges;

    @SuppressWarnings("NullAway.Init")
    private SeenEvents seen;

    @SuppressWarnings("NullAway.Init")
    private TallyStore tallies;

    @SuppressWarnings("NullAway.Init")
    private EvidenceStore evidence;

    @SuppressWarnings("NullAway.Init")
    private LedgerBook ledger;

    @SuppressWarnings("NullAway.Init")
    private Silence silence;

    @SuppressWarnings("NullAway.Init")
    private ExitWatch exits;

    @SuppressWarnings("NullAway.Init")
    private LeakWatch leaks;

    TallyProcessor(TallyRules rules, PolicyTable policies, ControlTable controls, byte[] pseudonymKey) {
        this.rules = rules;
        this.policies = policies;
        this.controls = controls;
        this.pseudonym = new AddressPseudonym(pseudonymKey);
        this.recorder = new EvidenceRecorder(rules.evidence().facts().edges());
    }

    @Override
    public void init(ProcessorContext<String, DayEvent> given) {
        context = given;
        clocks = Buffer.of(context, Stores.CLOCKS);
        surges = Buffer.of(context, Stores.SURGES);
        seen = new SeenEvents(Buffer.of(context, Stores.SEEN_EVENTS), rules.lateness());
        tallies = new TallyStore(Buffer.of(context, Stores.TALLIES));
        evidence = new EvidenceStore(Buffer.of(context, Stores.EVIDENCE));
        ledger = new LedgerBook(Buffer.of(context, Stores.LEDGER));
        policies.readFrom(context.getStateStore(Stores.POLICIES));
        controls.readFrom(context.getStateStore(Stores.CONTROLS));
        leaks = LeakWatch.open(context, controls, rules);
        exits = new ExitWatch(context, tallies, policies, rules.lateness());
        silence = new Silence(rules.idleAfter(), now());
        Duration look = rules.idleAfter().dividedBy(2);
        context.schedule(look, PunctuationType.WALL_CLOCK_TIME, this::passSilent);
    }

    @Override
    public void process(Record<String, LocatedRequest> located) {
        silence.sawRecord(Instant.ofEpochMilli(located.timestamp()), now());
        int partition = context.recordMetadata().orElseThrow().partition();
        Ledger.Entry entry = count(located);
        ledger.enter(partition, entry);
        if (entry == Ledger.Entry.TALLIED && located.value().client().unprovenForwarding()) {
            ledger.enterUnprovenForwarding(partition);
        }
    }

    @Override
    public void close() {
        seen.close();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private Ledger.Entry count(Record<String, LocatedRequest> located) {
        AccessEvent event = located.value().event();
        if (rules.ignores(event.path())) {
            return Ledger.Entry.FILTERED;
        }
        DayKeys keys = ring.of(event.organizationId(), OrganizationClock.dayOf(event.timestamp()));
        Instant receivedAt = Instant.ofEpochMilli(located.timestamp());
        OrganizationClock known = clocks.get(keys.organization());
        if (known == null) {
            SurgeBook.meet(surges);
        }
        OrganizationClock before =
                known == null ? OrganizationClock.startedBy(event.timestamp(), receivedAt, rules.lateness()) : known;
        if (before.isLate(event.timestamp())) {
            return Ledger.Entry.LATE;
        }
        OrganizationClock after = before.advancedTo(event.timestamp(), receivedAt, rules.lateness());
        if (!seen.add(event.organizationId(), event.eventId(), after.latest())) {
            return Ledger.Entry.DUPLICATE;
        }
        add(located, keys);
        clocks.put(keys.organization(), after);
        seen.forget(event.organizationId(), before.latest(), after.latest());
        pass(event.organizationId(), before, after, located.timestamp());
        leaks.see(located.value(), keys.organization())
                .map(leak -> new Leaks(event.timestamp(), List.of(leak)))
                .ifPresent(leak -> context.forward(located.withValue(leak)));
        return Ledger.Entry.TALLIED;
    }

    private void add(Record<String, LocatedRequest> record, DayKeys keys) {
        LocatedRequest located = record.value();
        AccessEvent event = located.event();
        Policies current = policies.current();
        String product = current.scopedByProduct() ? rules.products().of(event.path()) : Products.ALL;
        Provenance provenance = Provenance.of(located.origin(), current.trackedCountries(), product);
        boolean watched = current.watched(provenance.region());
        tallies.change(keys.tally(provenance), tally -> {
            tally.count(event.timestamp(), event.refused());
            if (watched) {
                addDetails(tally, located);
            }
        });
        if (!event.refused()) {
            EvidenceRecorder.Admitted admitted = new EvidenceRecorder.Admitted(
                    event,
                    located.client().address(),
                    located.origin(),
                    provenance.region(),
                    watched,
                    located.claimed());
            tellExits(event.organizationId(), event.timestamp(), record(located, admitted, keys), record.timestamp());
        }
    }

    private List<ExitUse> record(LocatedRequest located, EvidenceRecorder.Admitted admitted, DayKeys keys) {
        return evidence.change(keys.evidence(), day -> {
            List<ExitUse> uses = exits.see(located, day);
            recorder.record(day, admitted);
            return uses;
        });
    }

    private void tellExits(String organizationId, Instant at, List<ExitUse> uses, long timestamp) {
        if (!uses.isEmpty()) {
            context.forward(new Record<>(organizationId, new ExitsUsed(at, uses), timestamp));
        }
    }

    private void addDetails(Tally tally, LocatedRequest located) {
        IpAddress address = located.client().address();
        if (address != null) {
            tally.addresses().add(pseudonym.of(address), 1);
        }
        if (located.event().refused()) {
            return;
        }
        String key = located.event().apiKeyId();
        if (key != null) {
            tally.keys().add(key, 1);
        }
        if (address != null) {
            tally.networks().add(Egress.of(address.masked().toString(), located.origin()), 1);
        }
    }

    /** Tells what the passing of an organization's time brings: the days that close, then the day that is reached. */
    private void pass(String organizationId, OrganizationClock before, OrganizationClock after, long timestamp) {
        if (after.closedThrough().isAfter(before.closedThrough())) {
            close(organizationId, before, after, timestamp);
        }
        if (after.turnedThrough().isAfter(before.turnedThrough())) {
            Instant reached = after.turnedThrough().atStartOfDay().toInstant(ZoneOffset.UTC);
            context.forward(new Record<>(organizationId, new TurnedDay(reached), timestamp));
        }
    }

    private void close(String organizationId, OrganizationClock before, OrganizationClock after, long timestamp) {
        Map<LocalDate, List<DayTally>> days = new TreeMap<>();
        LocalDate first = before.closedThrough().plusDays(1);
        for (DayTally tally : tallies.between(organizationId, first, after.closedThrough())) {
            days.computeIfAbsent(tally.day(), day -> new ArrayList<>()).add(tally);
        }
        days.forEach((day, ofDay) -> {
            Instant at = OrganizationClock.closingOf(day, rules.lateness());
            context.forward(new Record<>(organizationId, new ClosedDay(day, at, ofDay), timestamp));
            EvidenceDay facts = evidence.get(StoreKey.from(organizationId, day));
            tellExits(organizationId, at, exits.ask(organizationId, day, facts), timestamp);
        });
        List<Leak> leaked = leaks.close(organizationId, after.closedThrough());
        if (!leaked.isEmpty()) {
            Instant at = OrganizationClock.closingOf(after.closedThrough(), rules.lateness());
            context.forward(new Record<>(organizationId, new Leaks(at, leaked), timestamp));
        }
        if (!controls.held(organizationId)) {
            LocalDate oldest = after.closedThrough().minusDays(rules.retentionDays());
            tallies.deleteBefore(organizationId, oldest);
            evidence.deleteBefore(organizationId, oldest);
        }
    }

    /** Lets time pass for organizations that have sent nothing for a while. */
    private void passSilent(long now) {
        Instant time = silence.timeAt(Instant.ofEpochMilli(now));
        Map<Bytes, OrganizationClock> silent = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, OrganizationClock> all = clocks.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, OrganizationClock> entry = all.next();
                if (entry.value.silentAt(time, rules.idleAfter())
                        && !silenced(entry.value, time).equals(entry.value)) {
                    silent.put(entry.key, entry.value);
                }
            }
        }
        silent.forEach((whose, before) -> {
            OrganizationClock after = silenced(before, time);
            clocks.put(whose, after);
            pass(StoreKey.toOrganization(whose), before, after, now);
        });
    }

    private OrganizationClock silenced(OrganizationClock clock, Instant time) {
        return clock.silencedAt(time, rules.lateness(), rules.until().get());
    }
}
