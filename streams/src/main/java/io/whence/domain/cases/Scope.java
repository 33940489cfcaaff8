/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** How much of an organization an order is about, smallest first. */
public enum Scope {
    /** One region: the key works from everywhere else. */
    LOCATION,
    KEY,
    PROJECT,
    ORGANIZATION
}
