/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** The explanations of an organization's traffic that compete; the winning one decides what the notice says. */
public enum Classification {
    /** People or machines working in the unsupported region. */
    DIRECT,
    VPN,
    CLOUD_RELAY,
    RESIDENTIAL_PROXY,
    RESELLER,
    HYDRA,
    FORGED_FORWARDING,
    /** Several of the above. */
    MIXED,
    /** An edge or serverless platform ran the organization's code in the region. */
    EDGE_PLATFORM,
    TRAVELLER,
    CORPORATE_EGRESS,
    END_USERS,
    KEY_COMPROMISE,
    /** The geolocation is not good enough to say so. */
    GEOLOCATION_DISPUTED;

    /** Whether the explanation is one that nobody is to be blamed for. */
    public boolean benign() {
        return ordinal() >= EDGE_PLATFORM.ordinal();
    }
}
