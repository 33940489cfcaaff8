/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import org.jspecify.annotations.Nullable;

/** The fields of one line under the names its format gives them. */
interface RawFields {
    /** The text of a field, or null when the line has none by that name. */
    @Nullable String field(String name) throws UnreadableLineException;

    /** The text of a request header, its name in any case, or null when the log does not have it. */
    @Nullable String header(String name) throws UnreadableLineException;
}
