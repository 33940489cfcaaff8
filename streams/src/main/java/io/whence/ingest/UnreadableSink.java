/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.ingest.format.Unreadable;
import java.io.IOException;

/** Takes the lines that could not be read. */
public interface UnreadableSink {
    /** Takes one, in the order of the lines of its log. */
    void accept(Unreadable line) throws IOException;

    /** A log is going to be read from after that line, 0 for its beginning; what was said of later lines is void. */
    default void begin(String log, long afterLine) throws IOException {}

    /** What was taken so far must survive the end of this program. */
    default void flush() throws IOException {}

    /** Both of them, one after the other. */
    static UnreadableSink both(UnreadableSink first, UnreadableSink second) {
        return new UnreadableSink() {
            @Override
            public void accept(Unreadable line) throws IOException {
                first.accept(line);
                second.accept(line);
            }

            @Override
            public void begin(String log, long afterLine) throws IOException {
                first.begin(log, afterLine);
                second.begin(log, afterLine);
            }

            @Override
            public void flush() throws IOException {
                first.flush();
                second.flush();
            }
        };
    }
}
