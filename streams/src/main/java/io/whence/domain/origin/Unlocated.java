/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

/** Why an address has no region. */
public enum Unlocated {
    /** It has one. */
    LOCATED,
    /** The access event named no usable address. */
    NO_ADDRESS,
    /** Private, shared, reserved or otherwise never routed on the public internet. */
    NON_ROUTABLE,
    /** The databases do not know the address, or name no country for it. */
    NOT_IN_DATABASE
}
