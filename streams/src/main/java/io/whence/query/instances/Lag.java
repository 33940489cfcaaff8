/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

/**
 * How far a copy is behind.
 *
 * @param records changes it has not followed yet
 * @param millis at most how long ago it was as the other now is, in milliseconds
 */
record Lag(long records, long millis) {}
