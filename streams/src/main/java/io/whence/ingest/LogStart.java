/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

/**
 * How the reading of a log began.
 *
 * @param log name of the log
 * @param format name of its format, given or told by its first lines
 * @param afterLine the line after which it goes on; 0 from the beginning
 * @param changed whether there was a mark to go on from, but the log is not the one it was set in
 */
public record LogStart(String log, String format, long afterLine, boolean changed) {}
