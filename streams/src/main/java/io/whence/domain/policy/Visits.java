/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/**
 * What becomes of visits: requests directly out of an unsupported region, too few for any notice to the organization.
 */
public enum Visits {
    /** Gateways serve them. */
    SERVED,

    /**
     * Gateways refuse them where they are, and nowhere else. The announcement of the version is the notice, to
     * everybody; its full grace runs from there.
     */
    REFUSED
}
