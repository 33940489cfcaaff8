/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.access.IpAddress;
import io.whence.domain.cases.Organization;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.EvidenceRecorder;
import io.whence.domain.evidence.ExitAccount;
import io.whence.domain.evidence.ExitUse;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Hash64;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Provenance;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Says what is worth telling the exits of a request: the first one of an organization, network and day. A request on a
 * known network costs one look into the facts of its day.
 */
final class ExitWatch {

    private static final int HELD = 1024;

    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<Organization>> organizations;
    private final TallyStore tallies;
    private final PolicyTable policies;
    private final Duration lateness;
    private final Map<Whose, SortedSet<String>> regions = new LinkedHashMap<>(HELD, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Whose, SortedSet<String>> eldest) {
            return size() > HELD;
        }
    };

    private record Whose(String organizationId, LocalDate day) {}

    ExitWatch(ProcessorContext<?, ?> context, TallyStore tallies, PolicyTable policies, Duration lateness) {
        this.organizations = context.getStateStore(Stores.ORGANIZATIONS);
        this.tallies = tallies;
        this.policies = policies;
        this.lateness = lateness;
    }

    /** What a request tells, before it is added to its day. */
    List<ExitUse> see(LocatedRequest request, EvidenceDay day) {
        AccessEvent event = request.event();
        IpAddress address = request.client().address();
        if (address == null || event.channel() == Channel.CONSOLE) {
            return List.of();
        }
        long exit = EvidenceRecorder.exitOf(address);
        if (!day.networks().admits(exit)) {
            return List.of();
        }
        Organization organization = profile(event.organizationId());
        LocalDate on = OrganizationClock.dayOf(event.timestamp());
        ExitAccount account = account(organization, on);
        List<ExitUse> uses = new ArrayList<>();
        day.networks()
                .next()
                .ifPresent(last ->
                        uses.add(new ExitUse(organization.organizationId(), last, on, ExitUse.Kind.LEFT, 0, account)));
        boolean own = organization.registered(address.masked().toString());
        if (ExitUse.tells(request.origin().networkType()) && !own) {
            uses.add(new ExitUse(
                    organization.organizationId(), exit, on, ExitUse.Kind.SEEN, operator(request), account));
        }
        return uses;
    }

    private static long operator(LocatedRequest request) {
        AutonomousSystem system = request.origin().autonomousSystem();
        return system == null ? 0 : system.number();
    }

    /** What a young organization asks when a day of its is closed; nobody else is ever told of others. */
    List<ExitUse> ask(String organizationId, LocalDate day, EvidenceDay facts) {
        ExitAccount account = account(profile(organizationId), day);
        List<ExitUse> questions = new ArrayList<>();
        if (account.youngOn(day)) {
            facts.networks()
                    .inHashOrder()
                    .forEach(exit -> questions.add(
                            new ExitUse(organizationId, exit.item(), day, ExitUse.Kind.ASKED, 0, account)));
        }
        return questions;
    }

    private Organization profile(String organizationId) {
        ValueAndTimestamp<Organization> profile = organizations.get(organizationId);
        return profile == null ? Organization.unknown(organizationId) : profile.value();
    }

    private ExitAccount account(Organization organization, LocalDate day) {
        LocalDate created = organization.createdAt() == null ? null : OrganizationClock.dayOf(organization.createdAt());
        SortedSet<String> seen = regions.computeIfAbsent(
                new Whose(organization.organizationId(), day), whose -> seenIn(whose.organizationId(), day));
        return new ExitAccount(created, Hash64.of(family(organization)), seen);
    }

    private static String family(Organization organization) {
        @Nullable String parent = organization.parentId();
        return parent == null ? organization.organizationId() : parent;
    }

    /** Where the organization was in the week that was closed for certain when the day began, whatever came since. */
    private SortedSet<String> seenIn(String organizationId, LocalDate day) {
        LocalDate last = OrganizationClock.closedBy(day.atStartOfDay().toInstant(ZoneOffset.UTC), lateness);
        Policies current = policies.current();
        SortedSet<String> seen = new TreeSet<>();
        for (DayTally tally : tallies.between(organizationId, last.minusDays(6), last)) {
            Provenance from = tally.provenance();
            boolean there = !from.networkType().anonymizes()
                    && !from.networkType().placedByProvider()
                    && from.agreement() != Agreement.DISPUTED
                    && tally.tally().admitted() > 0;
            if (there && current.watched(from.region())) {
                seen.add(from.region().code());
            }
        }
        return seen;
    }
}
