/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes along one chain from its end to its beginning, because each entry names the one before it: what a trusted entry
 * or a signed head names is the original, whatever else stands there.
 */
final class ChainCheck {

    private final ChainId id;
    private final NavigableMap<Long, List<Link>> slots = new TreeMap<>();
    private final NavigableMap<Long, String> heads;
    private final Set<Long> unreadable;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Link> standing = new ArrayList<>();

    private @Nullable Link next;
    private @Nullable String needed;
    private boolean nextConfirmed;

    /**
     * A check of one chain.
     *
     * @param links all that belongs there
     * @param heads signed hashes, by the place of their entries
     * @param unreadable places of which a line is there that cannot be read
     */
    ChainCheck(ChainId id, Collection<Link> links, NavigableMap<Long, String> heads, Set<Long> unreadable) {
        this.id = id;
        this.heads = heads;
        this.unreadable = unreadable;
        links.forEach(link ->
                slots.computeIfAbsent(link.sequence(), any -> new ArrayList<>()).add(link));
    }

    List<Flaw> flaws() {
        checkEnd();
        for (Long sequence : slots.descendingKeySet()) {
            if (sequence < 1) {
                slots.getOrDefault(sequence, List.of())
                        .forEach(link -> flaws.add(Flaw.at(FlawKind.INSERTED, link, "chains begin with entry 1")));
                continue;
            }
            checkSlot(sequence, slots.getOrDefault(sequence, List.of()));
        }
        checkBeginning();
        checkOrder();
        return flaws;
    }

    private void checkEnd() {
        long last = slots.isEmpty() ? 0 : Math.max(0, slots.lastKey());
        if (!heads.isEmpty() && heads.lastKey() > last) {
            Link end = slots.isEmpty() ? null : slots.lastEntry().getValue().get(0);
            flaws.add(Flaw.missing(FlawKind.TRUNCATED, id, last + 1, heads.lastKey(), end));
        }
    }

    private void checkSlot(long sequence, List<Link> candidates) {
        if (next != null && sequence + 1 < next.sequence()) {
            missing(sequence + 1, next.sequence() - 1, candidates.get(0));
            needed = null;
        }
        needed = heads.getOrDefault(sequence, needed);
        Link chosen = choose(candidates, slots.getOrDefault(sequence - 1, List.of()));
        boolean flawed = judge(chosen);
        for (Link other : candidates) {
            if (!other.sameAs(chosen)) {
                flaws.add(Flaw.at(FlawKind.INSERTED, other, inserted(other, chosen)));
            } else {
                standing.add(other);
            }
        }
        nextConfirmed = needed != null && !flawed;
        needed = flawed && !known(sequence - 1, chosen.previousHash()) ? null : chosen.previousHash();
        next = chosen;
    }

    private void missing(long from, long to, @Nullable Link before) {
        if (from != to || !unreadable.contains(from)) {
            flaws.add(Flaw.missing(FlawKind.DELETED, id, from, to, before));
        }
    }

    private boolean known(long sequence, String hash) {
        return slots.getOrDefault(sequence, List.of()).stream()
                .anyMatch(link -> link.hash().equals(hash));
    }

    private Link choose(List<Link> candidates, List<Link> below) {
        Comparator<Link> fitting = Comparator.comparing(
                        (Link link) -> link.hash().equals(needed))
                .thenComparing(Link::intact)
                .thenComparing(link ->
                        link.sequence() == 1 && link.previousHash().equals(CaseEvent.NO_HASH)
                                || below.stream().anyMatch(one -> one.hash().equals(link.previousHash())));
        Link best = candidates.get(0);
        for (Link link : candidates) {
            best = fitting.compare(link, best) > 0 ? link : best;
        }
        return best;
    }

    /** Says what is wrong with the entry that stands for its place; whether anything is. */
    private boolean judge(Link chosen) {
        if (!chosen.intact()) {
            flaws.add(Flaw.at(FlawKind.EDITED, chosen, edited(chosen)));
            return true;
        }
        if (needed != null && !chosen.hash().equals(needed)) {
            flaws.add(Flaw.at(FlawKind.REWRITTEN, chosen, rewritten(chosen)));
            return true;
        }
        if (chosen.sequence() == 1 && !chosen.previousHash().equals(CaseEvent.NO_HASH)) {
            flaws.add(Flaw.at(FlawKind.REWRITTEN, chosen, "the first entry follows none, and says it follows one"));
            return true;
        }
        return false;
    }

    private static String edited(Link link) {
        String what = link.changed().isEmpty()
                ? "the hash does not fit; which field was changed cannot be told"
                : "changed: " + String.join(", ", link.changed());
        return link.moved() ? what + " (stands there as " + written(link) + ")" : what;
    }

    private static String written(Link link) {
        CaseEvent event = link.entry().event();
        return event.organizationId() + " / " + event.policyId() + " #" + event.sequence();
    }

    private String rewritten(Link chosen) {
        if (heads.containsKey(chosen.sequence())) {
            return "the hash fits, but the signed head names another";
        }
        String after = next == null ? "the next one" : next.entry().place();
        return nextConfirmed
                ? "the hash fits, but " + after + " follows another: changed and hashed anew"
                : "the hash fits, but " + after
                        + " follows another: this entry or that one was changed and hashed anew";
    }

    private static String inserted(Link link, Link chosen) {
        String original = "entry " + chosen.sequence() + " of the chain is at "
                + chosen.entry().place();
        return link.intact() ? original : "a changed copy, " + edited(link) + "; " + original;
    }

    private void checkBeginning() {
        if (next != null && next.sequence() > 1) {
            missing(1, next.sequence() - 1, null);
        }
    }

    private void checkOrder() {
        Map<String, List<Link>> byFile = new LinkedHashMap<>();
        standing.stream()
                .sorted(Comparator.comparingLong(link -> link.entry().line()))
                .forEach(link -> byFile.computeIfAbsent(link.entry().file(), any -> new ArrayList<>())
                        .add(link));
        Map<Long, Link> seen = new TreeMap<>();
        List<Link> moved = new ArrayList<>();
        byFile.values().forEach(links -> {
            boolean[] rising = LongestRise.of(links.stream().map(Link::sequence).toList());
            for (int i = 0; i < rising.length; i++) {
                Link link = links.get(i);
                if (!rising[i]) {
                    moved.add(link);
                } else if (seen.putIfAbsent(link.sequence(), link) != null) {
                    duplicated(link, seen.get(link.sequence()));
                }
            }
        });
        for (Link link : moved) {
            Link first = seen.putIfAbsent(link.sequence(), link);
            if (first == null) {
                flaws.add(Flaw.at(FlawKind.REORDERED, link, "does not stand in the order of the chain"));
            } else {
                duplicated(link, first);
            }
        }
    }

    private void duplicated(Link link, @Nullable Link first) {
        String where = first == null ? "" : ", first at " + first.entry().place();
        flaws.add(Flaw.at(FlawKind.DUPLICATED, link, "is there more than once" + where));
    }
}
