/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a notice may be put into mails and headers at all. */
final class Fitness {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private Fitness() {}

    /** Why it may not, or empty when it may. */
    static Optional<String> problem(Notice notice) {
        if (!ID.matcher(notice.noticeId()).matches()) {
            return Optional.of("the notice id holds other characters than letters, digits, dot, dash and underscore");
        }
        if (steering(notice.organizationId())) {
            return Optional.of("the organization id holds line breaks or control characters");
        }
        if (notice.organizationName() != null && steering(notice.organizationName())) {
            return Optional.of("the organization name holds line breaks or control characters");
        }
        return Optional.empty();
    }

    static boolean steering(String text) {
        return text.codePoints().anyMatch(character -> {
            int type = Character.getType(character);
            return type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
        });
    }
}
