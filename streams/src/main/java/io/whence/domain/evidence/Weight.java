/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.util.Locale;

/** The weights that the file of weights must name, each under its name in lower case. */
public enum Weight {
    SEEN_IF_THERE,
    SEEN_BY_TRAVEL,
    JOURNEY_PER_DAY,
    JOURNEY_AT_MOST,
    IMPOSSIBLE_DELAY_PER_DAY,
    VPN_PER_DAY,
    TOR_PER_DAY,
    RESIDENTIAL_PER_DAY,
    HOSTING_PER_DAY,
    FOREIGN_CLOUD,
    ZONE_NEAR,
    ZONE_MIDDLE,
    ZONE_FAR,
    COHERENCE,
    HOLIDAY_KEPT,
    HOLIDAY_WORKED,
    MAKE_UP_WORKED,
    MAKE_UP_IDLE,
    IMPOSSIBLE_TRAVEL_PER_DAY,
    ANONYMIZER_HOP_PER_DAY,
    GAP,
    GAP_PER_DAY,
    ROTATING_NETWORKS,
    ROTATION_PER_DAY,
    DETOUR,
    DETOUR_PER_DAY,
    FORGED_FORWARDING,
    CONSOLE_THERE,
    CONSOLE_ELSEWHERE,
    BILLING_THERE,
    BILLING_ELSEWHERE,
    HOME_DAYS,
    JOURNEY_SPAN,
    JOURNEY_PAUSE,
    JOURNEY_HOME_SHARE,
    END_USERS,
    END_USER_NETWORKS,
    END_USER_NETWORKS_ALONE,
    END_USERS_SHARE,
    COMPROMISE_SPAN,
    COMPROMISE_SHARE,
    COMPROMISE_HOME_SHARE,
    PLATFORM_SHARE,
    HOLIDAY_SUSPECT,
    SHARED_EXITS,
    SHARED_EXITS_PER_DAY,
    SHARED_EXITS_AT_MOST,
    CREATION_BURST,
    SHARED_WITH_DIRECT,
    RELAY_FAN_IN_PER_DAY;

    /** The name in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
