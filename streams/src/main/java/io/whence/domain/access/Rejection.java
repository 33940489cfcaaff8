/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.Objects;

/**
 * One access event's fault.
 *
 * @param reason the stable code
 * @param field the field at fault, named as in the contract: {@code organization_id}
 * @param message what is wrong, in one sentence that never quotes the field's text
 */
public record Rejection(RejectionReason reason, String field, String message) {

    public Rejection {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
