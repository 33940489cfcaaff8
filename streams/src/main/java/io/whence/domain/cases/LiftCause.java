/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** Why a warning or an enforcement ended. */
public enum LiftCause {
    /** No traffic from the region for the clean period of the policy. */
    CLEAN,
    /** The traffic now comes from ordinary networks in supported regions. */
    MOVED,
    /** The policy in force supports the region. */
    POLICY_CHANGED,
    /** Newer geolocation places the networks in supported regions. */
    DATABASE_CHANGED,
    /** Networks the organization registered, or a platform, explain the traffic. */
    EXPLAINED,
    /** An exemption covers the traffic. */
    EXEMPTED,
    APPEAL_UPHELD,
    /** An officer ended it. */
    OFFICER
}
