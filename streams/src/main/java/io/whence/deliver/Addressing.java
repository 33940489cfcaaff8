/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

/** Where a channel would send a notice. */
public sealed interface Addressing {

    /** To this destination; attempts to one destination are made one after the other. */
    record To(String destination) implements Addressing {}

    /** Nowhere: the organization has no contact. */
    record Nowhere() implements Addressing {}

    /** Not at all, because the address or the notice is unfit. */
    record Unfit(String reason) implements Addressing {}
}
