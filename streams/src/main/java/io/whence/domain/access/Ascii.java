/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/** The classes of characters that addresses and identifiers are made of; those of other scripts are in none. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetterOrDigit(char character) {
        char lower = (char) (character | 0x20);
        return isDigit(character) || (lower >= 'a' && lower <= 'z');
    }

    /** The value of a hexadecimal digit in either case, or -1. */
    static int hexadecimal(char character) {
        if (isDigit(character)) {
            return character - '0';
        }
        char lower = (char) (character | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
