/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;
import java.util.List;
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
        return Digest.of(
                caseId,
                organizationId,
                policyId,
                Long.toString(sequence),
                at.toString(),
                from,
                to,
                cause,
                actor,
                previousHash,
                reason,
                actionId == null ? "" : actionId,
                String.join(",", noticeIds));
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
