/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/**
 * Why an action was not carried out.
 *
 * @param reason stable code
 * @param field the part of the action that stands in the way
 * @param message what is wrong and what to do instead
 */
public record ActionRefusal(Reason reason, String field, String message) {

    /** Stable codes of refusals. */
    public enum Reason {
        /** The organization has no case the action could be about. */
        NO_CASE,
        /** The case is in a state that has no such exit. */
        NOT_IN_THIS_STATE,
        /** What the action grants ended before it was given. */
        EXPIRED,
        /** The same officer has approved already; a second pair of eyes is asked for. */
        ALREADY_APPROVED,
        /** The policy asks for more approvals first. */
        APPROVALS_MISSING,
        /** The action is dated in the future. */
        FUTURE
    }
}
