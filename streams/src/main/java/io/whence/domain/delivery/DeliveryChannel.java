/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.delivery;

/** A way to reach an organization. */
public enum DeliveryChannel {
    /** To the contact of the organization. */
    MAIL,
    /** To the receiver the provider has configured. */
    WEBHOOK
}
