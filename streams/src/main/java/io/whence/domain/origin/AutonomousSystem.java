/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import org.jspecify.annotations.Nullable;

/**
 * The network operator that announces an address.
 *
 * @param number autonomous system number, 1 to 4294967295; what is matched
 * @param organization its registered name for people to read, or null; names change, never match on them
 */
public record AutonomousSystem(long number, @Nullable String organization) {

    public AutonomousSystem {
        if (number < 1 || number > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("autonomous system number out of range: " + number);
        }
    }
}
