/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wording of one language: phrases by name, with places like <code>{region}</code> for what differs. */
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_]+)}");

    private final Properties phrases;

    private Phrases(Properties phrases) {
        this.phrases = phrases;
    }

    static Phrases of(Language language) {
        String file = "letter_" + language.tag() + ".properties";
        Properties phrases = new Properties();
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            phrases.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(phrases);
    }

    Set<String> names() {
        return phrases.stringPropertyNames();
    }

    boolean has(String name) {
        return phrases.containsKey(name);
    }

    /** The phrase of the first name that there is; one of them must be. */
    String firstOf(Map<String, String> values, String... names) {
        for (String name : names) {
            if (has(name)) {
                return text(name, values);
            }
        }
        throw new IllegalStateException("no phrase is named any of " + String.join(", ", names));
    }

    String text(String name) {
        return text(name, Map.of());
    }

    /** The phrase with its places filled; values are put in as they are and not looked at again. */
    String text(String name, Map<String, String> values) {
        return PLACE.matcher(raw(name)).replaceAll(place -> Matcher.quoteReplacement(value(name, place, values)));
    }

    /** The phrase with its places as they are. */
    String raw(String name) {
        String phrase = phrases.getProperty(name);
        if (phrase == null) {
            throw new IllegalStateException("no phrase is named " + name);
        }
        return phrase;
    }

    private static String value(String name, MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("nothing to put for " + place.group() + " of " + name);
        }
        return value;
    }
}
