/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/** Whether a policy version only watches or also acts. */
public enum PolicyMode {
    /** Notices are marked as shadow and nobody is told; what every new policy starts in. */
    SHADOW,
    /** Organizations are told, and enforcement may follow. */
    LIVE
}
