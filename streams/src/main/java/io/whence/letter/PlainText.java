/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import java.util.List;

/** Writes the blocks of a letter as plain text. */
final class PlainText {

    private PlainText() {}

    static String of(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> append(block, text));
        return text.toString();
    }

    private static void append(Block block, StringBuilder text) {
        if (block instanceof Block.Heading heading) {
            text.append("== ").append(heading.text()).append(" ==\n\n");
        } else if (block instanceof Block.Paragraph paragraph) {
            text.append(paragraph.text()).append("\n\n");
        } else if (block instanceof Block.Points list) {
            list.points().forEach(point -> append(point, text));
            text.append('\n');
        }
    }

    private static void append(Block.Point point, StringBuilder text) {
        text.append("- ").append(point.text()).append('\n');
        point.details().forEach(detail -> text.append("  - ").append(detail).append('\n'));
    }
}
