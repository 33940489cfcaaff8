/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.ingest.format.Unreadable;
import java.io.IOException;

/** Takes the lines that could not be read. */
public interface UnreadableSink {
    /** Takes one, in the order of the lines of its log. */
    void accept(Unreadable line) throws IOException;
}
