/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the entries whose hash fits say about those whose hash does not. */
final class Export {

    /** Enough for every state, reason and officer of an export; more would only cost time. */
    private static final int KNOWN_VALUES = 64;

    private static final List<String> FEW_VALUES = List.of("from", "to", "reason", "actor");

    private final Map<String, CaseEvent> byHash = new HashMap<>();
    private final Map<String, CaseEvent> byPrevious = new HashMap<>();
    private final Map<Slot, CaseEvent> bySlot = new HashMap<>();
    private final Map<String, Slot> headsByHash = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

    record Slot(ChainId chain, long sequence) {
        Slot before() {
            return new Slot(chain, sequence - 1);
        }

        Slot after() {
            return new Slot(chain, sequence + 1);
        }
    }

    Export(Collection<Entry> intact, Collection<CaseHead> heads) {
        intact.forEach(entry -> add(entry.event()));
        heads.forEach(head -> headsByHash.put(
                head.hash(), new Slot(new ChainId(head.organizationId(), head.policyId()), head.sequence())));
    }

    private void add(CaseEvent event) {
        byHash.putIfAbsent(event.hash(), event);
        bySlot.putIfAbsent(slot(event), event);
        if (event.sequence() > 1) {
            byPrevious.putIfAbsent(event.previousHash(), event);
        }
        Map<String, String> fields = event.hashedFields();
        for (String name : FEW_VALUES) {
            Set<String> values = known.computeIfAbsent(name, any -> new LinkedHashSet<>());
            if (values.size() < KNOWN_VALUES) {
                values.add(fields.getOrDefault(name, ""));
            }
        }
    }

    static Slot slot(CaseEvent event) {
        return new Slot(ChainId.of(event), event.sequence());
    }

    /** Where an entry may belong: what others say comes before what it says itself. */
    Set<Slot> placesOf(CaseEvent event) {
        Set<Slot> places = new LinkedHashSet<>();
        CaseEvent next = byPrevious.get(event.hash());
        if (next != null) {
            places.add(slot(next).before());
        }
        Slot head = headsByHash.get(event.hash());
        if (head != null) {
            places.add(head);
        }
        CaseEvent previous = byHash.get(event.previousHash());
        if (previous != null) {
            places.add(slot(previous).after());
        }
        places.add(slot(event));
        return places;
    }

    /** The hashes that an entry at a place may have followed. */
    Set<String> previousHashes(CaseEvent event, Slot place) {
        Set<String> hashes = new LinkedHashSet<>();
        hashes.add(event.previousHash());
        CaseEvent before = bySlot.get(place.before());
        if (before != null) {
            hashes.add(before.hash());
        }
        if (place.sequence() == 1) {
            hashes.add(CaseEvent.NO_HASH);
        }
        return hashes;
    }

    /** Whether the entry at a place had this hash, as others say. */
    boolean hashAt(Slot place, String hash) {
        CaseEvent after = bySlot.get(place.after());
        return after != null && after.previousHash().equals(hash) || place.equals(headsByHash.get(hash));
    }

    /** What a field may have said before it was changed. */
    Set<String> candidates(String field, Slot place) {
        Set<String> values = new LinkedHashSet<>();
        addField(bySlot.get(place.before()), "from".equals(field) ? "to" : field, values);
        addField(bySlot.get(place.after()), "to".equals(field) ? "from" : field, values);
        values.addAll(known.getOrDefault(field, Set.of()));
        values.add("");
        return values;
    }

    private static void addField(@Nullable CaseEvent event, String field, Set<String> values) {
        if (event != null) {
            values.add(event.hashedFields().getOrDefault(field, ""));
        }
    }

    /** All intact entries of a chain and the changed ones that belong there are put together elsewhere. */
    List<Link> links(Collection<Entry> entries, Collection<Entry> changed) {
        List<Link> links = new ArrayList<>();
        entries.forEach(entry -> links.add(Link.intact(entry)));
        changed.forEach(entry -> links.add(new Restoration(this, entry).link()));
        return links;
    }
}
