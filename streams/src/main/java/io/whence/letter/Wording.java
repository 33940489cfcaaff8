/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import io.whence.domain.origin.Region;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers, moments and regions as one language writes them. */
final class Wording {

    /** Always the same form, whatever the language: nobody may misread a date of enforcement. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm 'UTC (+00:00)'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int MOST_IN_A_LIST = 4;

    private final Language language;
    private final Phrases phrases;

    Wording(Language language, Phrases phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A share or probability, to a tenth of a percent. */
    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    String decibans(double decibans) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(decibans);
    }

    /** So many of a thing, such as {@code 3 days}. */
    String count(String thing, long count) {
        String form = language.singular(count) ? ".one" : ".other";
        return phrases.text(thing + form, Map.of("n", number(count)));
    }

    /** Name and code; subdivisions that the JDK does not name by their country. */
    String region(Region region) {
        String code = region.code();
        if (phrases.has("region." + code)) {
            return phrases.text("named_region", Map.of("name", phrases.text("region." + code), "code", code));
        }
        String country =
                new Locale.Builder().setRegion(region.country().code()).build().getDisplayCountry(language.locale());
        return phrases.text("named_region", Map.of("name", country, "code", code));
    }

    /** A list of regions; after the fourth only how many more. */
    String regions(List<Region> regions) {
        List<String> named = regions.stream()
                .distinct()
                .limit(MOST_IN_A_LIST)
                .map(this::region)
                .toList();
        String list = String.join(phrases.text("list_separator"), named);
        long more = regions.stream().distinct().count() - named.size();
        return more > 0 ? phrases.text("and_more", Map.of("list", list, "n", number(more))) : list;
    }

    /** A probability in words, on the scale of the IPCC's guidance note on uncertainty (Mastrandrea et al., 2010). */
    String likelihood(double probability) {
        if (probability >= 0.99) {
            return phrases.text("likelihood.virtually_certain");
        }
        if (probability >= 0.9) {
            return phrases.text("likelihood.very_likely");
        }
        if (probability >= 0.66) {
            return phrases.text("likelihood.likely");
        }
        if (probability >= 0.33) {
            return phrases.text("likelihood.even");
        }
        return phrases.text(probability >= 0.1 ? "likelihood.unlikely" : "likelihood.very_unlikely");
    }
}
