/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import java.util.Locale;
import java.util.Optional;

/**
 * The form of an organization id: 1 to {@value #MAX_LENGTH} ASCII letters, digits and {@code . _ : @ -}, the first a
 * letter or digit, without {@code ..}; upper and lower case differ.
 *
 * <p>An id becomes a record key, a path segment, a file name and part of a mail. ASCII alone leaves no two ids that
 * look alike, are equal only after normalization (it is its own NFKC form), or steer a terminal, a path or a header.
 */
final class OrganizationIds {

    static final int MAX_LENGTH = 128;

    private static final String PUNCTUATION = "._:@-";

    private OrganizationIds() {}

    /** What is wrong with an id that is not empty, in a sentence that does not quote it. */
    static Optional<String> fault(String id) {
        if (id.length() > MAX_LENGTH) {
            return Optional.of("has " + id.length() + " characters, more than " + MAX_LENGTH);
        }
        for (int index = 0; index < id.length(); index++) {
            char character = id.charAt(index);
            if (!isAllowed(character, index)) {
                return Optional.of(
                        String.format(Locale.ROOT, "has U+%04X at position %d", id.codePointAt(index), index));
            }
        }
        return id.contains("..") ? Optional.of("has two dots in a row") : Optional.empty();
    }

    private static boolean isAllowed(char character, int index) {
        return Ascii.isLetterOrDigit(character) || (index > 0 && PUNCTUATION.indexOf(character) >= 0);
    }
}
