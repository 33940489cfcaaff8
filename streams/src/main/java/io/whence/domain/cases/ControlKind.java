/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** How much a {@link Control} holds back. */
public enum ControlKind {
    /** Nothing is refused to anybody. */
    STOP,
    /** Nothing is refused that comes from a region. */
    FREEZE_REGION,
    /** Nothing of an organization is refused. */
    FREEZE_ORGANIZATION,
    /** What the breaker parked under a policy goes on; see {@link Surge}. */
    RELEASE_POLICY
}
