/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

/** Whose network an address is in, as far as the model tells networks apart. */
enum NetworkKind {
    /** Fixed lines of homes and offices. */
    EYEBALL,
    MOBILE,
    EDUCATION,
    BUSINESS,
    CLOUD,
    /** Networks that commercial VPNs rent. */
    VPN_EXIT,
    EDGE,
    SASE,
    SATELLITE
}
