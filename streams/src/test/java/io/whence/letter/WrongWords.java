/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what no letter, and no record that a letter is made of, may say. */
public final class WrongWords {

    /** Accusations, and help to hide. A phrase matches from the beginning of a word, whatever its case. */
    private static final Map<Language, List<String>> FORBIDDEN = Map.of(
            Language.ENGLISH,
            List.of(
                    "use a vpn",
                    "using a vpn to",
                    "another vpn",
                    "change your ip",
                    "change ip",
                    "different ip",
                    "hide",
                    "conceal",
                    "disguise",
                    "circumvent",
                    "bypass",
                    "evade",
                    "evasion",
                    "avoid detection",
                    "detected",
                    "illegal",
                    "unlawful",
                    "fraud",
                    "guilty",
                    "a crime",
                    "criminal",
                    "violat",
                    "offence",
                    "offense",
                    "cheat",
                    "suspect",
                    "caught",
                    "you are in",
                    "you operate from",
                    "your people are in",
                    "abuse",
                    "exit in a supported",
                    "switch to",
                    "without being seen"),
            Language.FRENCH,
            List.of(
                    "utilisez un vpn",
                    "autre vpn",
                    "changez d’adresse",
                    "changer d’adresse",
                    "autre adresse ip",
                    "masquer",
                    "cacher",
                    "dissimul",
                    "contourn",
                    "échapper",
                    "illégal",
                    "illicite",
                    "fraud",
                    "coupable",
                    "crime",
                    "criminel",
                    "violation",
                    "infraction",
                    "trich",
                    "suspect",
                    "abus",
                    "vous vous trouvez",
                    "vous êtes en",
                    "déjouer",
                    "sans être vu"),
            Language.CHINESE,
            List.of(
                    "使用VPN", "换VPN", "更换IP", "更改IP", "翻墙", "隐藏", "隐瞒", "掩盖", "伪装", "绕过", "规避", "躲避", "违法", "非法", "欺诈",
                    "违规", "违反", "犯罪", "有罪", "作弊", "嫌疑", "可疑", "滥用", "您位于", "您身处"));

    private WrongWords() {}

    /** What an English text says of it. */
    public static List<String> inEnglish(String text) {
        return of(new Letter("en", "", text, ""), Language.ENGLISH);
    }

    /** The wrong words in a letter. */
    static List<String> of(Letter letter, Language language) {
        String all = normal(letter.subject() + " " + letter.plain(), language);
        String start = language == Language.CHINESE ? "" : "(?<!\\p{L})";
        return FORBIDDEN.get(language).stream()
                .filter(phrase -> Pattern.compile(start + Pattern.quote(normal(phrase, language)))
                        .matcher(all)
                        .find())
                .toList();
    }

    private static String normal(String text, Language language) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\u00a0\u202f]+", language == Language.CHINESE ? "" : " ");
    }
}
