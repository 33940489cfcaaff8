/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

/**
 * Text of others, made harmless for one line of a letter: it cannot break lines, steer terminals or turn text around.
 */
final class Inert {

    /** In characters; what is longer is cut, so that a name cannot bury the letter. */
    static final int LONGEST = 200;

    private static final int REPLACEMENT = 0xFFFD;

    private Inert() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).map(Inert::orReplacement).forEach(safe::appendCodePoint);
        if (text.codePointCount(0, text.length()) > LONGEST) {
            safe.append('\u2026');
        }
        return safe.toString();
    }

    private static int orReplacement(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> REPLACEMENT;
            default -> character;
        };
    }
}
