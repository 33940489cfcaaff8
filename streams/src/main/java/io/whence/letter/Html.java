/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import java.util.List;

/** Writes the blocks of a letter as HTML: every text goes between two tags and is escaped there, nowhere else. */
final class Html {

    private Html() {}

    static String of(Language language, String title, List<Block> blocks) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(language.tag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        element("title", title, html);
        html.append("</head>\n<body>\n");
        blocks.forEach(block -> append(block, html));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void append(Block block, StringBuilder html) {
        if (block instanceof Block.Heading heading) {
            element("h2", heading.text(), html);
        } else if (block instanceof Block.Paragraph paragraph) {
            element("p", paragraph.text(), html);
        } else if (block instanceof Block.Points list) {
            html.append("<ul>\n");
            list.points().forEach(point -> append(point, html));
            html.append("</ul>\n");
        }
    }

    private static void append(Block.Point point, StringBuilder html) {
        if (point.details().isEmpty()) {
            element("li", point.text(), html);
            return;
        }
        html.append("<li>").append(escaped(point.text())).append("\n<ul>\n");
        point.details().forEach(detail -> element("li", detail, html));
        html.append("</ul>\n</li>\n");
    }

    private static void element(String tag, String text, StringBuilder html) {
        html.append('<').append(tag).append('>').append(escaped(text));
        html.append("</").append(tag).append(">\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
