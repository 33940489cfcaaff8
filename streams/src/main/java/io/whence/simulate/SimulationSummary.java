/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

/**
 * What was made.
 *
 * @param events lines of the access log, duplicates included
 * @param organizations how many there are
 * @param violators how many of them operate from an unsupported region
 */
public record SimulationSummary(long events, long organizations, long violators) {}
