/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import java.util.List;

/** A part of a letter, before it is plain text or HTML. */
sealed interface Block {

    /** The title of what follows. */
    record Heading(String text) implements Block {}

    /** A paragraph of running text. */
    record Paragraph(String text) implements Block {}

    /** A list. */
    record Points(List<Point> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * One point of a list.
     *
     * @param text what it says
     * @param details points below it, may be empty
     */
    record Point(String text, List<String> details) {
        public Point {
            details = List.copyOf(details);
        }
    }
}
