/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

/** Text of others, made safe for a terminal: nothing in it moves the cursor, changes colours or turns lines around. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().map(Printable::orQuestionMark).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static int orQuestionMark(int character) {
        int type = Character.getType(character);
        boolean steering = Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
        return steering ? '?' : character;
    }
}
