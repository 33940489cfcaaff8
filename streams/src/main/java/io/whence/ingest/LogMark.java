/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

/**
 * A place in a log, after a line, by which the log is known again whatever it is called by then.
 *
 * @param line number of the line, from 1; 0 for the beginning
 * @param offset where the next line begins, in bytes of the uncompressed log
 * @param digest hash of all lines up to here
 */
record LogMark(long line, long offset, long digest) {
    static final LogMark BEGINNING = new LogMark(0, 0, 0);

    LogMark after(long lineHash, long nextOffset) {
        return new LogMark(line + 1, nextOffset, LineHash.append(digest, lineHash));
    }
}
