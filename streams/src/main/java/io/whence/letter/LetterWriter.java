/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import io.whence.domain.cases.Notice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters from notices. The same notice in the same language gives the same letter. Safe for several threads.
 */
public final class LetterWriter {

    private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
    private final @Nullable String appeal;

    /**
     * A writer.
     *
     * @param appeal address of a page or mailbox for appeals; null to have the letter answered
     */
    public LetterWriter(@Nullable String appeal) {
        this.appeal = appeal;
        for (Language language : Language.values()) {
            phrases.put(language, Phrases.of(language));
        }
    }

    /**
     * The letter of a notice.
     *
     * @param locale BCP 47 tag of the organization's language, or null
     */
    public Letter write(Notice notice, @Nullable String locale) {
        Language language = Language.of(locale);
        Draft draft = new Draft(notice, language, Objects.requireNonNull(phrases.get(language)), appeal);
        var blocks = draft.blocks();
        String subject = draft.subject();
        return new Letter(language.tag(), subject, PlainText.of(blocks), Html.of(language, subject, blocks));
    }
}
