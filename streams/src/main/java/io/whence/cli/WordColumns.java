/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

/** Text with labels on the left and words in a column beside them. */
final class WordColumns {
    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();
    private final int margin;

    WordColumns(int margin) {
        this.margin = margin;
    }

    /** A label and its words, wrapped so that the words stay in one column. */
    void item(String label, String words) {
        var line = new StringBuilder("  " + label + " ".repeat(Math.max(1, margin - 2 - label.length())));
        for (var word : words.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                line(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(margin));
            }
            line.append(word).append(' ');
        }
        line(line.toString().stripTrailing());
    }

    void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
