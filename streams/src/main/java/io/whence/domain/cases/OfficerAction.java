/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a compliance officer decided about an organization. Which of the nullable parts must be there depends on
 * the kind; see {@link ActionRefusal.Reason}.
 *
 * @param actionId unique; the same id twice is one action
 * @param organizationId whom it is about
 * @param kind what was decided
 * @param at when
 * @param actor who decided, as the provider names its officers; never blank
 * @param reasonCode stable code of the reason; never blank
 * @param text the reason in words, or null
 * @param policyId the policy it is about; null for all
 * @param expiresAt until when it holds, for APPROVE, EXEMPT and FREEZE; null for until further notice
 * @param outcome what the appeal turned out to be, for DECIDE_APPEAL
 * @param region what is exempted, for EXEMPT; null for all regions
 * @param licence reference of the licence an exemption rests on, or null
 * @param scope how much is refused, for ESCALATE
 * @param scopeId the key or project that is refused, for ESCALATE to one of these
 */
public record OfficerAction(
        String actionId,
        String organizationId,
        ActionKind kind,
        Instant at,
        String actor,
        String reasonCode,
        @Nullable String text,
        @Nullable String policyId,
        @Nullable Instant expiresAt,
        @Nullable AppealOutcome outcome,
        @Nullable Region region,
        @Nullable String licence,
        @Nullable Scope scope,
        @Nullable String scopeId) {

    public OfficerAction {
        require(!actionId.isBlank(), "action_id is blank; give each action an id of its own");
        require(!organizationId.isBlank(), "organization_id is blank; say whom the action is about");
        require(!actor.isBlank(), "actor is blank; no action without somebody who answers for it");
        require(!reasonCode.isBlank(), "reason_code is blank; no action without a reason");
        require(kind != ActionKind.DECIDE_APPEAL || outcome != null, "outcome is missing; say how the appeal ends");
        require(kind != ActionKind.ESCALATE || scope != null, "scope is missing; say how much is to be refused");
        require(
                kind != ActionKind.ESCALATE || scope == Scope.ORGANIZATION || scopeId != null,
                "scope_id is missing; say which key, project or region is to be refused");
    }

    /** Whether it is about a policy. */
    public boolean concerns(String policy) {
        return policyId == null || policyId.equals(policy);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
