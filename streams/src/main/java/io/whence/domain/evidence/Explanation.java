/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

/** The explanations of an organization's traffic that compete, the ten benign ones first. */
public enum Explanation {
    /** Nothing to explain. */
    ORDINARY,
    /** A service that runs in a cloud. */
    CLOUD_SERVICE,
    /** An edge or serverless platform chose the place. */
    EDGE_PLATFORM,
    /** A corporate network service chose the place. */
    CORPORATE_EGRESS,
    TRAVELLER,
    /** The organization's own users, wherever they are. */
    END_USERS,
    /** Carrier-grade NAT, mobile or satellite: many people behind one address. */
    SHARED_NETWORK,
    /** A VPN in a supported country, for privacy. */
    PRIVACY_VPN,
    /** The geolocation is wrong. */
    GEOLOCATION_DISPUTED,
    /** Somebody else has the key. */
    KEY_COMPROMISE,

    /** People or machines working in the unsupported region. */
    DIRECT,
    /** The same, on few enough days and requests to stay below thresholds. */
    SPARING,
    VPN,
    CLOUD_RELAY,
    RESIDENTIAL_PROXY,
    RESELLER,
    /** One of many organizations of one operator. */
    HYDRA,
    FORGED_FORWARDING,
    /** Several of the above. */
    MIXED;

    /** Whether nobody is to be blamed for it. */
    public boolean benign() {
        return compareTo(DIRECT) < 0;
    }
}
