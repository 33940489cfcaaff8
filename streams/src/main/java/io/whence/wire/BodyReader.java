/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

/**
 * Reads the Avro body of records of one writer schema.
 *
 * @param <T> what is read
 */
@FunctionalInterface
interface BodyReader<T> {

    /**
     * Reads one body.
     *
     * @param from index of the first byte of the body
     * @throws Malformed when it cannot be read
     */
    T read(byte[] value, int from);
}
