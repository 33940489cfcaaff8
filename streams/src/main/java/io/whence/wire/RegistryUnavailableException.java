/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.io.Serial;

/**
 * The schema registry gave no answer that can be relied on: unreachable, too slow, failing, refusing our credentials,
 * or not a registry at all. The record at hand may be good: try again later, never put it away.
 */
public final class RegistryUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message) {
        super(message);
    }

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
