/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/** Which part of an access event was believed to say who the client is. */
public enum Believed {
    /** The TCP peer of the edge. */
    PEER,
    /** A hop of the forwarding header, vouched for by trusted proxies. */
    FORWARDED,
    /** None: the event names no address that can be believed. */
    NOTHING
}
