/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.topology.ActionReceipt;
import org.jspecify.annotations.Nullable;

/**
 * What became of an officer's action.
 *
 * @param reason stable code of why it was not carried out; null when it was
 * @param field the part that stands in the way; null when it was carried out
 * @param message what is wrong and what to do instead; null when it was carried out
 */
public record ActionFate(
        @Nullable String reason,
        @Nullable String field,
        @Nullable String message) {

    static ActionFate of(ActionReceipt receipt) {
        ActionReceipt.Refusal refusal = receipt.refusal();
        return refusal == null
                ? new ActionFate(null, null, null)
                : new ActionFate(refusal.reason(), refusal.field(), refusal.message());
    }
}
