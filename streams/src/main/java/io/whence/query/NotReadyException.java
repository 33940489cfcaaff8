/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

/** The state cannot be read now, because tasks are starting or moving; ask again in a moment. */
public final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * The reason alone.
     *
     * @param reason why, in words for an operator
     */
    public NotReadyException(String reason) {
        super(reason);
    }

    /**
     * The reason, and what brought it up.
     *
     * @param reason why, in words for an operator
     */
    public NotReadyException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
