/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

/** What a second country database says to the first. */
public enum Agreement {
    /** There is none, or it does not know the address. */
    UNCHECKED,
    /** It names the same country. */
    CONFIRMED,
    /** It names another country. */
    DISPUTED
}
