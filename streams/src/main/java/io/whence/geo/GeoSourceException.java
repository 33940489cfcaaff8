/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import org.jspecify.annotations.Nullable;

/** A geolocation file that cannot be used; the message names the file, what is wrong, and what to do. */
public final class GeoSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    GeoSourceException(String file, String problem) {
        this(file, problem, null);
    }

    GeoSourceException(String file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
