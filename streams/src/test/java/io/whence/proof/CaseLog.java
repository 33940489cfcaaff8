/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A case log as an application writes it, with organizations mixed, and ways to change its entries. */
final class CaseLog {

    static final String POLICY = "openai-api";
    private static final List<String> STATES = List.of("CLEAR", "OBSERVED", "NOTICED", "ENFORCED", "PROBATION");

    private final Random random;
    private final Map<String, CaseEvent> last = new HashMap<>();

    CaseLog(Random random) {
        this.random = random;
    }

    /** So many entries of so many organizations. */
    List<CaseEvent> entries(int count, int organizations) {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(next("org-" + random.nextInt(organizations)));
        }
        return events;
    }

    private CaseEvent next(String organization) {
        CaseEvent before = last.get(organization);
        long sequence = before == null ? 1 : before.sequence() + 1;
        Instant at = Instant.parse("2024-06-24T06:00:00Z").plusSeconds(86_400 * sequence + random.nextInt(600));
        String to = STATES.get(random.nextInt(STATES.size()));
        boolean officer = random.nextInt(4) == 0;
        CaseEvent event = hashed(new CaseEvent(
                before == null || random.nextInt(5) == 0 ? Long.toHexString(random.nextLong()) : before.caseId(),
                organization,
                POLICY,
                sequence,
                at,
                before == null ? "CLEAR" : before.to(),
                to,
                officer ? "APPROVED" : "WARNING",
                "cause " + random.nextInt(1000),
                officer ? "officer-" + random.nextInt(5) : CaseEvent.SYSTEM,
                officer ? "action-" + random.nextInt(1_000_000) : null,
                to.equals("NOTICED") ? List.of(Long.toHexString(random.nextLong())) : List.of(),
                before == null ? CaseEvent.NO_HASH : before.hash(),
                ""));
        last.put(organization, event);
        return event;
    }

    static CaseEvent hashed(CaseEvent event) {
        return with(event, "hash", event.expectedHash());
    }

    /** Where each chain has come to. */
    List<CaseHead> heads() {
        return last.values().stream().map(CaseHead::of).toList();
    }

    static List<Entry> lines(List<CaseEvent> events) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            entries.add(new Entry("log", i + 1L, events.get(i)));
        }
        return entries;
    }

    /** The same with one field changed, and no other: the hash stays. */
    static CaseEvent with(CaseEvent event, String field, String value) {
        return new CaseEvent(
                choose(field, "case_id", value, event.caseId()),
                choose(field, "organization_id", value, event.organizationId()),
                choose(field, "policy_id", value, event.policyId()),
                "sequence".equals(field) ? Long.parseLong(value) : event.sequence(),
                "at".equals(field) ? Instant.parse(value) : event.at(),
                choose(field, "from", value, event.from()),
                choose(field, "to", value, event.to()),
                choose(field, "reason", value, event.reason()),
                choose(field, "cause", value, event.cause()),
                choose(field, "actor", value, event.actor()),
                "action_id".equals(field) ? orNull(value) : event.actionId(),
                "notice_ids".equals(field) ? List.of(value) : event.noticeIds(),
                choose(field, "previous_hash", value, event.previousHash()),
                choose(field, "hash", value, event.hash()));
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String choose(String field, String name, String value, String otherwise) {
        return field.equals(name) ? value : otherwise;
    }
}
