/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Refusals;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** The books of the organizations of a task that sent something lately, as far as memory goes. */
final class OrganizationBooks implements AutoCloseable {

    private final Buffer<OrganizationClock> clocks;
    private final Buffer<Refusals> refusals;
    private final Buffer<EventIds> seen;
    private final Buffer<Tally> tallies;
    private final Buffer<EvidenceDay> evidence;
    private final Duration lateness;
    private final BufferMemory memory;
    private final RecentlyUsed<String, OrganizationBook> held = new RecentlyUsed<>();
    private long heldBytes;

    OrganizationBooks(ProcessorContext<?, ?> context, Duration lateness) {
        this.clocks = Buffer.of(context, Stores.CLOCKS);
        this.refusals = Buffer.of(context, Stores.REFUSALS);
        this.seen = Buffer.of(context, Stores.SEEN_EVENTS);
        this.tallies = Buffer.of(context, Stores.TALLIES);
        this.evidence = Buffer.of(context, Stores.EVIDENCE);
        this.lateness = lateness;
        this.memory = seen.memory();
        memory.open();
    }

    /** The book of an organization. */
    OrganizationBook of(String organizationId) {
        @Nullable OrganizationBook known = held.get(organizationId);
        if (known != null) {
            return known;
        }
        OrganizationBook book = new OrganizationBook(this, organizationId);
        held.put(organizationId, book);
        account(book.bytes());
        return book;
    }

    /** Remembers the id of an event; false when the organization used it before. */
    boolean countOnce(OrganizationBook book, String eventId, Instant organizationTime) {
        long before = book.bytes();
        boolean first = book.seen().add(eventId, organizationTime);
        account(book.bytes() - before);
        makeRoom();
        return first;
    }

    private void account(long moreBytes) {
        heldBytes += moreBytes;
        memory.take(moreBytes);
    }

    /** Lets go of organizations that sent nothing lately. */
    private void makeRoom() {
        while (memory.wants(heldBytes) && held.size() > 1) {
            account(-held.removeOne().bytes());
        }
    }

    Buffer<OrganizationClock> clocks() {
        return clocks;
    }

    Buffer<Refusals> refusals() {
        return refusals;
    }

    Buffer<EventIds> seen() {
        return seen;
    }

    Buffer<Tally> tallies() {
        return tallies;
    }

    Buffer<EvidenceDay> evidence() {
        return evidence;
    }

    Duration lateness() {
        return lateness;
    }

    /** Lets go of everything. */
    @Override
    public void close() {
        held.clear();
        account(-heldBytes);
        memory.close();
    }
}
