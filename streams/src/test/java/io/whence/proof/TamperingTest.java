/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A log of 10,000 entries under signed heads, changed by one person at a time, a thousand times. */
class TamperingTest {

    private static final long SEED = 20240709;
    private static final int ENTRIES = 10_000;
    private static final int TAMPERINGS = 1_000;

    /** Every how many tamperings the whole log is verified, and not only the chains that were touched. */
    private static final int WHOLE_LOG = 25;

    private static final List<String> FIELDS = List.of(
            "case_id",
            "organization_id",
            "policy_id",
            "sequence",
            "at",
            "from",
            "to",
            "reason",
            "cause",
            "actor",
            "action_id",
            "notice_ids",
            "previous_hash",
            "hash");

    private final Random random = new Random(SEED);
    private final CaseLog log = new CaseLog(random);
    private final List<CaseEvent> original = log.entries(ENTRIES, 200);
    private final List<CaseHead> heads = log.heads();
    private final Map<String, List<CaseEvent>> chains = byOrganization(original);

    private enum Kind {
        EDIT,
        EDIT_AND_HASH,
        DELETE,
        INSERT,
        SWAP,
        DUPLICATE,
        TRUNCATE,
        SPLICE
    }

    /** What was done, and how a flaw that names it may look. */
    private record Tampering(
            Kind kind, String did, List<CaseEvent> events, Set<FlawKind> kinds, Set<Long> lines, Set<Long> sequences) {

        boolean namedBy(Flaw flaw) {
            return kinds.contains(flaw.kind())
                    && (lines.isEmpty() || lines.contains(flaw.line()))
                    && (sequences.isEmpty() || sequences.contains(flaw.sequence()));
        }
    }

    @Test
    void everyOneOfAThousandIsFoundAtTheRightEntry() {
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        for (int i = 0; i < TAMPERINGS; i++) {
            Tampering tampering = tamper(Kind.values()[i % Kind.values().length]);

            boolean all = tampering.kind() == Kind.SPLICE || i % WHOLE_LOG == 0;
            List<Flaw> flaws = all ? flaws(tampering.events(), Set.of()) : flawsOfWhatWasTouched(tampering.events());

            assertThat(flaws)
                    .as("seed %d, tampering %d: %s", SEED, i, tampering.did())
                    .hasSizeBetween(1, 2)
                    .anyMatch(tampering::namedBy);
            found.merge(tampering.kind(), 1, Integer::sum);
        }
        assertThat(found).hasSize(Kind.values().length);
        assertThat(flaws(original, Set.of())).isEmpty();
    }

    private List<Flaw> flaws(List<CaseEvent> events, Set<String> without) {
        return Verification.of(new Verification.Material(
                        CaseLog.lines(events).stream()
                                .filter(entry -> !without.contains(entry.event().organizationId()))
                                .toList(),
                        List.of(),
                        heads.stream()
                                .filter(head -> !without.contains(head.organizationId()))
                                .toList()))
                .flaws();
    }

    /** Leaves out the chains that are as they were: they were verified once. */
    private List<Flaw> flawsOfWhatWasTouched(List<CaseEvent> events) {
        Map<String, List<CaseEvent>> now = byOrganization(events);
        Set<String> untouched = chains.keySet().stream()
                .filter(organization -> chains.get(organization).equals(now.get(organization)))
                .collect(Collectors.toSet());
        return flaws(events, untouched);
    }

    private static Map<String, List<CaseEvent>> byOrganization(List<CaseEvent> events) {
        return events.stream().collect(Collectors.groupingBy(CaseEvent::organizationId));
    }

    private Tampering tamper(Kind kind) {
        List<CaseEvent> events = new ArrayList<>(original);
        int at = random.nextInt(events.size());
        return switch (kind) {
            case EDIT -> edit(events, at);
            case EDIT_AND_HASH -> editAndHash(events, at);
            case DELETE -> delete(events, at);
            case INSERT -> insert(events, at);
            case SWAP -> swap(events, at);
            case DUPLICATE -> duplicate(events, at);
            case TRUNCATE -> truncate(events, at);
            case SPLICE -> splice(events, at);
        };
    }

    private Tampering edit(List<CaseEvent> events, int at) {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        CaseEvent before = events.get(at);
        events.set(at, CaseLog.with(before, field, other(field)));
        return new Tampering(
                Kind.EDIT,
                field + " of line " + (at + 1),
                events,
                Set.of(FlawKind.EDITED),
                Set.of(at + 1L),
                Set.of(before.sequence()));
    }

    private String other(String field) {
        return switch (field) {
            case "sequence" -> Long.toString(1_000 + random.nextInt(1_000));
            case "at" -> "2023-01-01T00:00:0" + random.nextInt(10) + "Z";
            case "organization_id" -> random.nextBoolean() ? "org-new" : "org-" + (200 + random.nextInt(9));
            default -> Long.toHexString(random.nextLong());
        };
    }

    private Tampering editAndHash(List<CaseEvent> events, int at) {
        CaseEvent before = events.get(at);
        events.set(at, CaseLog.hashed(CaseLog.with(before, "cause", "another " + random.nextInt())));
        return new Tampering(
                Kind.EDIT_AND_HASH,
                "line " + (at + 1),
                events,
                Set.of(FlawKind.REWRITTEN),
                Set.of(at + 1L),
                Set.of(before.sequence()));
    }

    private Tampering delete(List<CaseEvent> events, int at) {
        CaseEvent gone = events.remove(at);
        return new Tampering(
                Kind.DELETE,
                "line " + (at + 1),
                events,
                Set.of(FlawKind.DELETED, FlawKind.TRUNCATED),
                Set.of(),
                Set.of(gone.sequence()));
    }

    private Tampering insert(List<CaseEvent> events, int at) {
        CaseEvent copied = events.get(random.nextInt(events.size()));
        events.add(at, CaseLog.hashed(CaseLog.with(copied, "actor", "forger-" + random.nextInt())));
        return new Tampering(
                Kind.INSERT,
                "a forged " + copied.organizationId() + " #" + copied.sequence() + " as line " + (at + 1),
                events,
                Set.of(FlawKind.INSERTED),
                Set.of(at + 1L),
                Set.of(copied.sequence()));
    }

    private Tampering swap(List<CaseEvent> events, int at) {
        int other = at;
        while (other == at || !sameChain(events.get(at), events.get(other))) {
            other = random.nextInt(events.size());
        }
        Collections.swap(events, at, other);
        return new Tampering(
                Kind.SWAP,
                "lines " + (at + 1) + " and " + (other + 1),
                events,
                Set.of(FlawKind.REORDERED),
                Set.of(at + 1L, other + 1L),
                Set.of());
    }

    private static boolean sameChain(CaseEvent one, CaseEvent other) {
        return one.organizationId().equals(other.organizationId());
    }

    private Tampering duplicate(List<CaseEvent> events, int at) {
        int to = random.nextInt(events.size());
        events.add(to, events.get(at));
        return new Tampering(
                Kind.DUPLICATE,
                "line " + (at + 1) + " before line " + (to + 1),
                events,
                Set.of(FlawKind.DUPLICATED),
                Set.of(to + 1L, at + (to <= at ? 2L : 1L)),
                Set.of(original.get(at).sequence()));
    }

    private Tampering truncate(List<CaseEvent> events, int at) {
        CaseEvent first = events.get(at);
        events.removeIf(event -> sameChain(event, first) && event.sequence() >= first.sequence());
        return new Tampering(
                Kind.TRUNCATE,
                first.organizationId() + " from #" + first.sequence(),
                events,
                Set.of(FlawKind.TRUNCATED),
                Set.of(),
                Set.of(first.sequence()));
    }

    /** An entry of another organization takes the place of this one, or comes before it. */
    private Tampering splice(List<CaseEvent> events, int at) {
        CaseEvent place = events.get(at);
        CaseEvent foreign = place;
        while (sameChain(foreign, place)) {
            foreign = events.get(random.nextInt(events.size()));
        }
        CaseEvent spliced = CaseLog.with(foreign, "organization_id", place.organizationId());
        boolean replaces = random.nextBoolean();
        if (replaces) {
            events.remove(at);
        }
        events.add(at, CaseLog.with(spliced, "sequence", Long.toString(place.sequence())));
        return new Tampering(
                Kind.SPLICE,
                foreign.organizationId() + " #" + foreign.sequence() + " as " + place.organizationId() + " #"
                        + place.sequence() + " at line " + (at + 1),
                events,
                Set.of(FlawKind.INSERTED),
                Set.of(at + 1L),
                Set.of());
    }
}
