/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Aftermath;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.policy.PolicyMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {

    private static final String APPEAL = "https://provider.example/appeals";

    static Stream<Arguments> everyLetter() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(NoticeKind.values())
                        .flatMap(kind -> Arrays.stream(Classification.values())
                                .map(classification -> Arguments.of(language, kind, classification))));
    }

    private static Letter write(Notice notice, Language language) {
        return new LetterWriter(APPEAL).write(notice, language.tag());
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void neverAccusesAndNeverHelpsToHide(Language language, NoticeKind kind, Classification classification) {
        Letter letter = write(SampleNotice.of(kind, classification).notice(), language);

        assertThat(WrongWords.of(letter, language)).isEmpty();
    }

    @Test
    void aWrongWordIsFound() {
        Letter accusing = new Letter("en", "", "You  Violated it, from Crimea. Use a VPN", "");

        assertThat(WrongWords.of(accusing, Language.ENGLISH)).containsExactlyInAnyOrder("violat", "use a vpn");
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void leavesNoPlaceEmpty(Language language, NoticeKind kind, Classification classification) {
        Letter letter = write(SampleNotice.of(kind, classification).notice(), language);

        for (String text : List.of(letter.subject(), letter.plain(), letter.html())) {
            assertThat(text)
                    .doesNotContain("{", "}", "null", "UNSUPPORTED", "INDETERMINATE", "EYEBALL", "EDGE_PLATFORM");
        }
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void tellsEveryFactInEveryLanguage(Language language, NoticeKind kind, Classification classification) {
        Notice notice = SampleNotice.of(kind, classification).notice();
        Letter letter = write(notice, language);
        Wording wording = new Wording(language, Phrases.of(language));

        List<String> facts = List.of(
                "Lotus Robotics",
                "org-lotus",
                "key-1",
                "203.0.113.0/24",
                "AS4134",
                "Example Telecom",
                "2001:db8::/48",
                wording.region(notice.regions().get(0).region()),
                "(UA-43".substring(1),
                wording.number(1_513),
                wording.percent(0.4375),
                wording.count("days", 18),
                "2024-06-03 04:05 UTC (+00:00)",
                "2024-06-21 17:45 UTC (+00:00)",
                wording.percent(0.587),
                wording.decibans(1.5),
                wording.decibans(21.5),
                wording.likelihood(0.587),
                "DIRECT_EGRESS_CN",
                "Requests came directly out of CN on 18 days.",
                Phrases.of(language).text("explanation.TRAVELLER"),
                wording.percent(0.213),
                "2024-07-09 00:00 UTC (+00:00)",
                "2024-06-24 06:00 UTC (+00:00)",
                "2024-05-27 00:00 UTC (+00:00)",
                APPEAL,
                "OpenAI API, supported countries and territories",
                "openai-api",
                "GeoLite2-City",
                "ab".repeat(32),
                wording.percent(0.998),
                notice.noticeId(),
                "case-7",
                kind.name());
        assertThat(facts).allSatisfy(fact -> {
            assertThat(letter.plain()).contains(fact);
            assertThat(letter.html()).contains(Html.escaped(fact));
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aQuestionNamesNoDateOfRefusalAndNoRegion(Language language) {
        Letter letter = write(
                SampleNotice.of(NoticeKind.WARNING, Classification.VPN)
                        .asQuestion()
                        .notice(),
                language);

        assertThat(letter.subject()).doesNotContain("2024", "UA");
        assertThat(letter.plain()).doesNotContain("2024-07-09", "CN)").contains("BILLING_CN");
        assertThat(WrongWords.of(letter, language)).isEmpty();
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='x",
                "</li></ul><a href=\"https://evil.example\">",
                "Acme\r\nBcc: victim@example.com\r\n\r\nbody",
                "{{7*7}} ${7*7} #{7*7} {regions} {organization} $1 \\1 %s",
                "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
                "\u0000\u0007\u001b[31m\u0085\u2028\u2029",
                "\ud800 lone",
                "x".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void whatOthersFillInStaysText(String hostile) {
        for (Language language : Language.values()) {
            SampleNotice usual = SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT);
            Letter letter = write(usual.filledWith(hostile).notice(), language);
            Letter harmless = write(usual.notice(), language);

            assertThat(tags(letter.html())).isEqualTo(tags(harmless.html()));
            assertThat(letter.plain().lines().count())
                    .isEqualTo(harmless.plain().lines().count());
            assertThat(letter.subject().lines()).hasSize(1);
            assertThat(letter.plain()).hasSizeLessThan(20_000).contains(Inert.of(hostile));
            assertThat((letter.subject() + letter.plain() + letter.html()).codePoints())
                    .allMatch(character -> character == '\n' || harmless(character));
        }
    }

    private static boolean harmless(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    private static List<String> tags(String html) {
        return Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .map(found -> found.group())
                .toList();
    }

    @Test
    void aPlaceWithinAValueIsNotFilled() {
        Letter letter = write(
                SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT)
                        .filledWith("{notice_id}")
                        .notice(),
                Language.ENGLISH);

        assertThat(letter.plain()).contains("To {notice_id} (organization {notice_id})");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aShadowNoticeSaysThatItIsNotDelivered(Language language) {
        SampleNotice notice = SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT);
        String shadow = Phrases.of(language).text("shadow");

        assertThat(write(notice.in(PolicyMode.SHADOW).notice(), language).plain())
                .contains(shadow);
        assertThat(write(notice.notice(), language).plain()).doesNotContain(shadow);
    }

    @Test
    void theExplanationDecidesWhatIsAsked() {
        assertThat(asked(Classification.EDGE_PLATFORM))
                .contains("This says where the platform worked, not where your organization is.")
                .contains("Pin the region")
                .doesNotContain("end the use of the API");
        assertThat(asked(Classification.TRAVELLER)).contains("A journey is not an operation abroad");
        assertThat(asked(Classification.KEY_COMPROMISE))
                .startsWith("Security notice")
                .contains("Rotate the keys named above now");
        assertThat(asked(Classification.GEOLOCATION_DISPUTED)).contains("it may be wrong");
        assertThat(asked(Classification.DIRECT)).contains("end the use of the API from China (CN), Crimea (UA-43)");
    }

    private static String asked(Classification classification) {
        Letter letter =
                write(SampleNotice.of(NoticeKind.WARNING, classification).notice(), Language.ENGLISH);
        return letter.subject() + "\n" + letter.plain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans", "zh-Hans-SG", "zh_CN", "ZH-cn", "zh-Hant-TW"})
    void everyKindOfChineseIsWrittenInSimplifiedChinese(String locale) {
        assertThat(Language.of(locale)).isEqualTo(Language.CHINESE);
    }

    @Test
    void otherLanguagesAreWrittenInEnglish() {
        assertThat(List.of("en", "en-GB", "de-DE", "", "x", "français!", "\r\n"))
                .allSatisfy(locale -> assertThat(Language.of(locale)).isEqualTo(Language.ENGLISH));
        assertThat(Language.of(null)).isEqualTo(Language.ENGLISH);
        assertThat(List.of("fr", "fr-CA", "fr_FR"))
                .allSatisfy(locale -> assertThat(Language.of(locale)).isEqualTo(Language.FRENCH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void allLanguagesHaveTheSamePhrasesWithTheSamePlaces(Language language) {
        Phrases english = Phrases.of(Language.ENGLISH);
        Phrases phrases = Phrases.of(language);

        assertThat(phrases.names()).isEqualTo(english.names());
        assertThat(english.names())
                .allSatisfy(name -> assertThat(places(phrases, name)).isEqualTo(places(english, name)));
    }

    private static Set<String> places(Phrases phrases, String name) {
        return new TreeSet<>(Pattern.compile("\\{[a-z0-9_]+}")
                .matcher(phrases.raw(name))
                .results()
                .map(found -> found.group())
                .toList());
    }

    @ParameterizedTest
    @EnumSource(Aftermath.class)
    void whatBecameOfTheTrafficIsTold(Aftermath aftermath) {
        SampleNotice notice = SampleNotice.of(NoticeKind.REMINDER, Classification.DIRECT);

        for (Language language : Language.values()) {
            assertThat(write(notice.after(aftermath).notice(), language).plain())
                    .contains(Phrases.of(language).text("aftermath." + aftermath));
            assertThat(WrongWords.of(write(notice.after(aftermath).notice(), language), language))
                    .isEmpty();
        }
    }

    @Test
    void keysAndNetworksBeyondTheTwentiethAreCounted() {
        Notice notice =
                SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT).withKeys(23);

        assertThat(write(notice, Language.ENGLISH).plain())
                .contains("API key key-20: 20 requests", "and 3 more, listed in the record")
                .doesNotContain("key-21");
    }
}
