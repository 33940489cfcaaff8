/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import org.jspecify.annotations.Nullable;

/** Takes lines of one log apart; may remember what an earlier line said about the later ones. */
interface LineParser {
    /** The fields of the line, or null when it is a comment or a header. */
    @Nullable RawFields parse(String line) throws UnreadableLineException;
}
