/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Refusals;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import io.whence.domain.tally.TallyKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a task has at hand of an organization and the day of its last request: looked up once for a request, then
 * changed in place.
 */
final class OrganizationBook extends RecentlyUsed.Item {

    /** On the heap, beside the ids of events: names, keys and places of some ten entries. */
    private static final int BYTES = 1_200;

    private final OrganizationBooks books;
    private final String organizationId;
    private final Place<OrganizationClock> clock;
    private final Place<Refusals> refusals;
    private final SeenEvents seen;
    private final Map<Provenance, Place<Tally>> tallies = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;
    private Place<EvidenceDay> evidence;

    OrganizationBook(OrganizationBooks books, String organizationId) {
        this.books = books;
        this.organizationId = organizationId;
        this.clock = new Place<>(books.clocks(), StoreKey.ofOrganization(organizationId));
        this.refusals = new Place<>(books.refusals(), StoreKey.ofOrganization(organizationId));
        this.seen = new SeenEvents(books.seen(), organizationId, books.lateness());
        this.evidence = evidenceOfDay();
    }

    Place<OrganizationClock> clock() {
        return clock;
    }

    /** What gateways are to refuse. */
    Place<Refusals> refusals() {
        return refusals;
    }

    SeenEvents seen() {
        return seen;
    }

    /** The facts of the day. */
    Place<EvidenceDay> evidence() {
        return evidence;
    }

    /** The tally of the day and a provenance. */
    Place<Tally> tally(Provenance provenance) {
        Place<Tally> known = tallies.get(provenance);
        if (known == null) {
            known = new Place<>(books.tallies(), StoreKey.ofTally(new TallyKey(organizationId, day, provenance)));
            tallies.put(provenance, known);
        }
        return known;
    }

    /** Opens the book on the UTC day of a time. */
    void openAt(Instant time) {
        if (day.toEpochDay() != OrganizationClock.epochDayOf(time)) {
            day = OrganizationClock.dayOf(time);
            evidence = evidenceOfDay();
            tallies.clear();
        }
    }

    private Place<EvidenceDay> evidenceOfDay() {
        return new Place<>(books.evidence(), StoreKey.from(organizationId, day));
    }

    /** Bytes on the heap, about. */
    long bytes() {
        return BYTES + seen.bytes();
    }
}
