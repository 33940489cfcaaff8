/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

/** What can be true of an organization's requests; what a reason of a notice is held against. */
public enum Fact {
    /** Its own people or machines asked straight out of an unsupported region. */
    DIRECT_EGRESS,
    /** Its own requests came through VPN services or other people's homes. */
    ANONYMIZER,
    /** Its own requests came out of clouds. */
    HOSTING,
    /** Its people live by the clock of an unsupported region, and that is not the clock of where it says it is. */
    TIME_ZONE,
    /** Its people keep the holidays of an unsupported region. */
    CALENDAR,
    /** Its own requests came out of several countries within an hour, without its people being there. */
    TRAVEL,
    /** It shares addresses with other organizations. */
    SHARED_EGRESS,
    /** Proxies forwarded its connections. */
    LATENCY,
    /** It sent forwarding headers that were not true. */
    FORGED_FORWARDING,
    /** Its people logged in to the console out of an unsupported region. */
    CONSOLE,
    /** It pays from an unsupported region. */
    BILLING,
    /** It was created together with others that are the same. */
    CREATION_BURST,
    /** Platforms or egress services chose where its requests came out. */
    EDGE_PLATFORM,
    /** Requests from unsupported regions are of people who use its product. */
    END_USERS,
    /** Somebody else used its key. */
    KEY_COMPROMISE
}
