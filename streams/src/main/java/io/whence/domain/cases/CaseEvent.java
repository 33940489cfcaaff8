/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a case, chained to the one before it under the same policy so that none can be changed, left out or
 * put in unnoticed.
 *
 * @param caseId the case
 * @param organizationId the organization
 * @param policyId the policy
 * @param sequence 1 for the first event of the organization under the policy, then one more each
 * @param at event time
 * @param from name of the state before
 * @param to name of the state after
 * @param reason stable code of what made it happen
 * @param cause the same in words
 * @param actor who made it happen; {@code system} for the application itself
 * @param actionId the officer's action, or null
 * @param noticeIds the notices that were written with it
 * @param previousHash {@link #hash} of the event before, or 64 zeros for the first
 * @param hash SHA-256 of all the other fields, 64 lower-case hexadecimal digits
 */
public record CaseEvent(
        String caseId,
        String organizationId,
        String policyId,
        long sequence,
        Instant at,
        String from,
        String to,
        String reason,
        String cause,
        String actor,
        @Nullable String actionId,
        List<String> noticeIds,
        String previousHash,
        String hash) {

    public CaseEvent {
        noticeIds = List.copyOf(noticeIds);
    }

    /** The actor of everything the application does by itself. */
    public static final String SYSTEM = "system";

    /** Stands for the event before the first. */
    public static final String NO_HASH = "0".repeat(64);

    /** The hash that the other fields call for. */
    public String expectedHash() {
        return hashOf(hashedFields().values());
    }

    /** What the hash covers: the texts that are hashed, by their names in the contract, in the order of hashing. */
    public Map<String, String> hashedFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("case_id", caseId);
        fields.put("organization_id", organizationId);
        fields.put("policy_id", policyId);
        fields.put("sequence", Long.toString(sequence));
        fields.put("at", at.toString());
        fields.put("from", from);
        fields.put("to", to);
        fields.put("cause", cause);
        fields.put("actor", actor);
        fields.put("previous_hash", previousHash);
        fields.put("reason", reason);
        fields.put("action_id", actionId == null ? "" : actionId);
        fields.put("notice_ids", String.join(",", noticeIds));
        return fields;
    }

    /** The hash of these texts, in the order of {@link #hashedFields}. */
    public static String hashOf(Collection<String> texts) {
        return Digest.of(texts.toArray(String[]::new));
    }

    CaseEvent sealed() {
        return new CaseEvent(
                caseId,
                organizationId,
                policyId,
                sequence,
                at,
                from,
                to,
                reason,
                cause,
                actor,
                actionId,
                noticeIds,
                previousHash,
                expectedHash());
    }
}
