/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

/**
 * The hash under which an event id is remembered: 128 bits, so that two different ids of one organization never meet.
 *
 * @param high the first 64 bits
 * @param low the others
 */
record EventId(long high, long low) {

    /** Bytes of a hash. */
    static final int BYTES = 2 * Long.BYTES;
}
