/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Stops the reading of a record that can never be read. Without a stack trace: floods of junk must stay cheap. */
final class Malformed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final UndecodableReason reason;
    private final @Nullable String field;

    Malformed(UndecodableReason reason, String message) {
        this(reason, null, message);
    }

    Malformed(UndecodableReason reason, @Nullable String field, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** The same fault, with the field unless it is known already. */
    Malformed in(String name) {
        return field == null ? new Malformed(reason, name, message()) : this;
    }

    <T> Decoded<T> asDecoded() {
        return new Decoded.Undecodable<>(reason, field, message());
    }

    private String message() {
        return String.valueOf(getMessage());
    }
}
