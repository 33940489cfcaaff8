/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.delivery;

/** Where the delivery of a notice through one channel stands. */
public enum DeliveryResult {
    /** An attempt is about to be made; without a later word, nobody knows how it ended. */
    ATTEMPTING,
    /** An attempt failed for certain; there will be another. */
    DEFERRED,
    /** The receiver has taken it. */
    SENT,
    /** The notice is not for the organization. */
    SHADOW,
    /** The organization has no contact. */
    NO_CONTACT,
    /** The receiver will never take it, or the address or the notice is unfit. */
    REFUSED,
    /** Every attempt failed for certain, or the notice is too old. */
    GIVEN_UP,
    /** It may have been taken or not, and is not sent again; a person has to ask. */
    UNCERTAIN;

    /** Whether nothing more will be done. */
    public boolean last() {
        return this != ATTEMPTING && this != DEFERRED;
    }
}
