/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.Serial;

/** The quickstart did not do what it should; says what, for the user to read. */
public final class QuickstartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    QuickstartException(String message) {
        super(message);
    }

    QuickstartException(String message, Throwable cause) {
        super(message, cause);
    }
}
