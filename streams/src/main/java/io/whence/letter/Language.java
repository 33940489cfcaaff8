/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that letters are written in. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    FRENCH("fr", Locale.FRENCH),
    /** Simplified Chinese; also for traditional Chinese, which is closer to it than English is. */
    CHINESE("zh-Hans", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /**
     * The language for a locale.
     *
     * @param locale BCP 47 tag such as {@code fr-CA}; English when null, malformed or of another language
     */
    public static Language of(@Nullable String locale) {
        if (locale == null) {
            return ENGLISH;
        }
        return switch (Locale.forLanguageTag(locale.replace('_', '-')).getLanguage()) {
            case "fr" -> FRENCH;
            case "zh" -> CHINESE;
            default -> ENGLISH;
        };
    }

    /** BCP 47 tag. */
    public String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    /** Whether so many of a thing take the singular, by the plural rules of CLDR. */
    boolean singular(long count) {
        return switch (this) {
            case ENGLISH -> count == 1;
            case FRENCH -> count == 0 || count == 1;
            case CHINESE -> false;
        };
    }
}
