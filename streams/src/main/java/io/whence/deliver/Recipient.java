/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import org.jspecify.annotations.Nullable;

/**
 * Whom a notice goes to.
 *
 * @param contact mail address, or null when there is none
 * @param locale BCP 47 tag, or null for the default
 * @param name what the organization is called, or null
 */
public record Recipient(
        @Nullable String contact,
        @Nullable String locale,
        @Nullable String name) {

    /** An organization nobody has told us anything about. */
    public static final Recipient UNKNOWN = new Recipient(null, null, null);
}
