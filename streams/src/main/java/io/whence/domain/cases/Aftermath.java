/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** What became of the traffic from unsupported regions after a warning. */
public enum Aftermath {
    /** It goes on. */
    CONTINUED,
    /** It ended, and nothing took its place. */
    STOPPED,
    /** It ended, and traffic of the same size now comes from ordinary networks in supported regions. */
    MOVED,
    /** It ended, and traffic of the same size and rhythm now comes from networks that hide where it starts. */
    MASKED
}
