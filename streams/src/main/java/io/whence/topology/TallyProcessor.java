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
import java.nio.charset.StandardCharsets;
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
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads the access logs, counts each event once, and passes on the days that close and what cannot be counted. */
final class TallyProcessor implements Processor<byte[], byte[], String, TallyEvent> {

    private final AccessReader access;
    private final TallyRules rules;
    private final PolicyTable policies;
    private final ControlTable controls;
    private final AddressPseudonym pseudonym;
    private final EvidenceRecorder recorder;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, TallyEvent> context;

    @SuppressWarnings("NullAway.Init")
    private OrganizationBooks organizations;

    @SuppressWarnings("NullAway.Init")
    private Buffer<Surge> surges;

    @SuppressWarnings("NullAway.Init")
    private TallyStore tallies;

    @SuppressWarnings("NullAway.Init")
    private LedgerBook ledger;

    @SuppressWarnings("NullAway.Init")
    private Silence silence;

    @SuppressWarnings("NullAway.Init")
    private ExitWatch exits;

    @SuppressWarnings("NullAway.Init")
    private LeakWatch leaks;

    TallyProcessor(
            AccessReader access, TallyRules rules, PolicyTable policies, ControlTable controls, byte[] pseudonymKey) {
        this.access = access;
        this.rules = rules;
        this.policies = policies;
        this.controls = controls;
        this.pseudonym = new AddressPseudonym(pseudonymKey);
        this.recorder = new EvidenceRecorder(rules.evidence().facts().edges());
    }

    @Override
    public void init(ProcessorContext<String, TallyEvent> given) {
        context = given;
        organizations = new OrganizationBooks(context, rules.lateness());
        surges = Buffer.of(context, Stores.SURGES);
        tallies = new TallyStore(organizations.tallies());
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
    public void process(Record<byte[], byte[]> logged) {
        RecordMetadata where = context.recordMetadata().orElseThrow();
        ledger.consume(where.partition());
        AccessOutcome outcome = access.read(logged, where);
        if (outcome instanceof LocatedRequest request) {
            tally(logged, request, where.partition());
        } else {
            ledger.enter(where.partition(), Ledger.Entry.DEAD_LETTERED);
            String key = logged.key() == null ? "" : new String(logged.key(), StandardCharsets.UTF_8);
            context.forward(logged.withKey(key).withValue((Buried) outcome));
        }
    }

    private void tally(Record<byte[], byte[]> logged, LocatedRequest request, int partition) {
        Instant receivedAt = Instant.ofEpochMilli(logged.timestamp());
        silence.sawRecord(receivedAt, now());
        Ledger.Entry entry = count(logged, request, receivedAt);
        ledger.enter(partition, entry);
        if (entry == Ledger.Entry.TALLIED && request.client().unprovenForwarding()) {
            ledger.enterUnprovenForwarding(partition);
        }
    }

    @Override
    public void close() {
        organizations.close();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private Ledger.Entry count(Record<byte[], byte[]> logged, LocatedRequest request, Instant receivedAt) {
        AccessEvent event = request.event();
        if (rules.ignores(event.path())) {
            return Ledger.Entry.FILTERED;
        }
        OrganizationBook book = organizations.of(event.organizationId());
        OrganizationClock known = book.clock().get();
        if (known == null) {
            SurgeBook.meet(surges);
        }
        OrganizationClock before =
                known == null ? OrganizationClock.startedBy(event.timestamp(), receivedAt, rules.lateness()) : known;
        if (before.isLate(event.timestamp())) {
            return Ledger.Entry.LATE;
        }
        OrganizationClock after = before.advancedTo(event.timestamp(), receivedAt, rules.lateness());
        if (!organizations.countOnce(book, event.eventId(), after.latest())) {
            return Ledger.Entry.DUPLICATE;
        }
        book.openAt(event.timestamp());
        add(request, book, logged.timestamp());
        book.clock().put(after);
        book.seen().forget(before.latest(), after.latest());
        pass(event.organizationId(), before, after, logged.timestamp());
        leaks.see(request, book.refusals())
                .ifPresent(leak ->
                        context.forward(logged.withKey(event.organizationId()).withValue(new Leaks(List.of(leak)))));
        return Ledger.Entry.TALLIED;
    }

    private void add(LocatedRequest located, OrganizationBook book, long timestamp) {
        AccessEvent event = located.event();
        Policies current = policies.current();
        String product = current.scopedByProduct() ? rules.products().of(event.path()) : Products.ALL;
        Provenance provenance = Provenance.of(located.origin(), current.trackedCountries(), product);
        boolean watched = current.watched(provenance.region());
        book.tally(provenance).change(Tally::new, tally -> {
            tally.count(event.timestamp(), event.refused());
            if (watched) {
                addDetails(tally, located);
            }
            return tally;
        });
        if (!event.refused()) {
            EvidenceRecorder.Admitted admitted = new EvidenceRecorder.Admitted(
                    event,
                    located.client().address(),
                    located.origin(),
                    provenance.region(),
                    watched,
                    located.claimed());
            tellExits(event.organizationId(), record(located, admitted, book), timestamp);
        }
    }

    private List<ExitUse> record(LocatedRequest located, EvidenceRecorder.Admitted admitted, OrganizationBook book) {
        return book.evidence().change(EvidenceDay::new, day -> {
            List<ExitUse> uses = exits.see(located, day);
            recorder.record(day, admitted);
            return uses;
        });
    }

    private void tellExits(String organizationId, List<ExitUse> uses, long timestamp) {
        if (!uses.isEmpty()) {
            context.forward(new Record<>(organizationId, new ExitsUsed(uses), timestamp));
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
            EvidenceDay facts = organizations.evidence().get(StoreKey.from(organizationId, day));
            if (facts != null) {
                tellExits(organizationId, exits.ask(organizationId, day, facts), timestamp);
            }
        });
        List<Leak> leaked = leaks.close(organizationId, after.closedThrough());
        if (!leaked.isEmpty()) {
            context.forward(new Record<>(organizationId, new Leaks(leaked), timestamp));
        }
        if (!controls.held(organizationId)) {
            LocalDate oldest = after.closedThrough().minusDays(rules.retentionDays());
            tallies.deleteBefore(organizationId, oldest);
            DayStore.deleteBefore(organizations.evidence(), organizationId, oldest);
        }
    }

    /** Lets time pass for organizations that have sent nothing for a while. */
    private void passSilent(long now) {
        Instant time = silence.timeAt(Instant.ofEpochMilli(now));
        Map<Bytes, OrganizationClock> silent = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, OrganizationClock> all =
                organizations.clocks().all()) {
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
            organizations.clocks().put(whose, after);
            pass(StoreKey.toOrganization(whose), before, after, now);
        });
    }

    private OrganizationClock silenced(OrganizationClock clock, Instant time) {
        return clock.silencedAt(time, rules.lateness(), rules.until().get());
    }
}
