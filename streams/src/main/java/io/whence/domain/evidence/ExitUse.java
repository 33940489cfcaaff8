/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.tally.Hash64;
import java.time.LocalDate;

/**
 * That an organization used an exit, a network that its requests leave to us from, on a UTC day.
 *
 * @param organizationId who
 * @param exit number of the masked prefix, as {@link EvidenceRecorder#exitOf} gives it
 * @param day the UTC day
 * @param kind what is said of it
 * @param operator number of the autonomous system of the exit, or 0 when it is unknown or does not matter
 * @param account what others on the exit may know of the organization
 */
public record ExitUse(String organizationId, long exit, LocalDate day, Kind kind, long operator, ExitAccount account) {

    /** What is said. */
    public enum Kind {
        /** It was seen there for the first time that day. */
        SEEN,
        /** It is on so many networks that day that this one is no longer kept of it. */
        LEFT,
        /** The day is closed, and it is to be told who else is there. */
        ASKED
    }

    /**
     * Whether a network of a kind says anything of those who share it: what carriers, relays, platforms, VPNs and
     * campuses are for is that strangers share them.
     */
    public static boolean tells(NetworkType type) {
        return switch (type) {
            case UNKNOWN, EYEBALL, BUSINESS, HOSTING, RESIDENTIAL_PROXY -> true;
            case MOBILE, EDUCATION, SATELLITE, RELAY, EDGE_PLATFORM, SASE, VPN, PROXY, TOR -> false;
        };
    }

    /** Whom others know the organization as. */
    long pseudonym() {
        return Hash64.of(organizationId);
    }
}
