/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.query.ActionFate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an officer's action.
 *
 * @param actionId which
 * @param organizationId whom it is about
 * @param status ACCEPTED (on its way), DONE, REFUSED, or NOT_SEEN (on its way)
 * @param reason stable code of the refusal, or null
 * @param field the part that stands in the way, or null
 * @param message what is wrong, or null
 */
public record ActionView(
        String actionId,
        String organizationId,
        String status,
        @Nullable String reason,
        @Nullable String field,
        @Nullable String message) {

    /** The view of one that was just taken. */
    public static ActionView accepted(String actionId, String organizationId) {
        return new ActionView(actionId, organizationId, "ACCEPTED", null, null, null);
    }

    /** The view of one that may have been carried out. */
    public static ActionView of(String actionId, String organizationId, Optional<ActionFate> fate) {
        if (fate.isEmpty()) {
            return new ActionView(actionId, organizationId, "NOT_SEEN", null, null, null);
        }
        ActionFate known = fate.get();
        String status = known.reason() == null ? "DONE" : "REFUSED";
        return new ActionView(actionId, organizationId, status, known.reason(), known.field(), known.message());
    }
}
