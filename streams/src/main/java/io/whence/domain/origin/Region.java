/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import java.util.stream.IntStream;

/**
 * A place as ISO 3166 names it: a country or territory ({@code CN}, {@code HK}) or, where a policy needs it, one of its
 * subdivisions ({@code UA-43}). {@code ZZ} is the unknown region; {@code XK} is Kosovo.
 *
 * @param code ISO 3166-1 alpha-2 or ISO 3166-2 code, upper case
 */
public record Region(String code) implements Comparable<Region> {

    private static final int LETTERS = 26;
    private static final int COUNTRY_LENGTH = 2;
    private static final int LONGEST = 6;

    /** All that two letters can name, so that nothing is made when the country of a request is asked for. */
    private static final Region[] COUNTRIES = IntStream.range(0, LETTERS * LETTERS)
            .mapToObj(number -> String.valueOf((char) ('A' + number / LETTERS)) + (char) ('A' + number % LETTERS))
            .map(Region::new)
            .toArray(Region[]::new);

    /** Where we do not know; a value, not a guess. {@code ZZ} is user-assigned in ISO 3166-1. */
    public static final Region UNKNOWN = new Region("ZZ");

    public Region {
        if (!wellFormed(code)) {
            throw new IllegalArgumentException("region: '" + code + "' is not an ISO 3166 code like CN or UA-43");
        }
    }

    /** Two letters, and for a subdivision a hyphen and one to three letters or digits. */
    private static boolean wellFormed(String code) {
        int length = code.length();
        if (length < COUNTRY_LENGTH || length > LONGEST || !isLetter(code.charAt(0)) || !isLetter(code.charAt(1))) {
            return false;
        }
        for (int at = COUNTRY_LENGTH + 1; at < length; at++) {
            char character = code.charAt(at);
            if (!isLetter(character) && (character < '0' || character > '9')) {
                return false;
            }
        }
        return length == COUNTRY_LENGTH || (length > COUNTRY_LENGTH + 1 && code.charAt(COUNTRY_LENGTH) == '-');
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    /** The country or territory this region is, or lies in. */
    public Region country() {
        return isSubdivision() ? COUNTRIES[(code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A'] : this;
    }

    public boolean isSubdivision() {
        return code.length() > COUNTRY_LENGTH;
    }

    public boolean isUnknown() {
        return this.equals(UNKNOWN);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
