/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.EvidenceFiles;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenignReadingsTest {

    private static final EvidenceModel MODEL = EvidenceFiles.bundled();
    private static final LocalDate LAST = LocalDate.parse("2024-10-14");
    private static final List<LocalDate> ALWAYS = days("2024-09-17", 28);

    @Test
    void aWeekAbroadAfterWeeksAtHomeIsAJourney() {
        Finding journey = reading(use(days("2024-10-08", 5)).ordinary(days("2024-09-17", 21)));

        assertThat(code(journey)).isEqualTo("JOURNEY_CN");
        assertThat(weight(journey)).isEqualTo(-21.0);
    }

    @Test
    void aJourneyStaysOneWhenTheWindowForgetsWhatWasBefore() {
        assertThat(code(reading(use(days("2024-09-17", 5)).ordinary(days("2024-09-22", 23)))))
                .isEqualTo("JOURNEY_CN");
    }

    @Test
    void onAJourneyNobodyLogsInEveryDay() {
        Use firstAndLastDay = use(List.of(LAST.minusDays(5), LAST)).ordinary(days("2024-09-17", 21));

        assertThat(reading(firstAndLastDay)).isNull();
        assertThat(code(reading(firstAndLastDay.onlyLogIns(), day -> {}))).isEqualTo("JOURNEY_CN");
    }

    @Test
    void daysHereAndThereBesideAVpnAreNoJourney() {
        assertThat(reading(use(days("2024-10-08", 2)).hidden(days("2024-10-08", 1))))
                .isNull();
    }

    @Test
    void aRelayInADataCentreDoesNotTravel() {
        assertThat(reading(use(days("2024-10-08", 2)).personal(0))).isNull();
    }

    @Test
    void whoComesThroughRentedConnectionsDoesNotTravel() {
        assertThat(reading(use(days("2024-10-08", 2)), day -> day.delays().count(40, 38, 0, 0)))
                .isNull();
    }

    @Test
    void requestsOfVeryManyUsersAreUsers() {
        Finding users = reading(use(ALWAYS), day -> {
            many(30).forEach(user -> day.endUsers().add(user, 1));
            many(16).forEach(network -> day.networks().add(network, 1));
        });

        assertThat(code(users)).isEqualTo("END_USERS_CN");
        assertThat(weight(users)).isEqualTo(-24.0);
    }

    @Test
    void usersBehindOneNetworkDoNotAskThemselves() {
        assertThat(reading(
                        use(ALWAYS),
                        day -> many(400).forEach(user -> day.endUsers().add(user, 1))))
                .isNull();
    }

    @Test
    void fewUsersADayWhoAreManyInAllAreUsers() {
        assertThat(code(reading(use(ALWAYS), threeNewUsersADay()))).isEqualTo("END_USERS_CN");
    }

    @Test
    void usersOfARelayThatChangesItsExitsDoNotAskThemselves() {
        assertThat(reading(use(ALWAYS).personal(0.5), threeNewUsersADay())).isNull();
    }

    private static Consumer<EvidenceDay> threeNewUsersADay() {
        Iterator<Long> hashes = many(84).iterator();
        return day -> {
            for (int user = 0; user < 3; user++) {
                long hash = hashes.next();
                day.endUsers().add(hash, 1);
                day.networks().add(hash, 1);
            }
        };
    }

    @Test
    void aKeyUsedByOtherSoftwareIsSomebodyElses() {
        Finding stolen = reading(use(days("2024-09-27", 18)).operators(3), day -> {
            day.clients().put(1, 7, "US");
            day.clients().put(2, 7, "CN");
        });

        assertThat(code(stolen)).isEqualTo("KEY_COMPROMISE_SUSPECTED_CN");
    }

    @Test
    void aKeyUsedFromOneNetworkWhileTheOfficeGoesOnIsSomebodyElses() {
        assertThat(code(reading(use(days("2024-09-27", 18)), BenignReadingsTest::sameSoftware)))
                .isEqualTo("KEY_COMPROMISE_SUSPECTED_CN");
    }

    @Test
    void aKeyStolenBeforeTheWindowBeganStaysSomebodyElses() {
        assertThat(code(reading(use(days("2024-09-18", 27)), BenignReadingsTest::sameSoftware)))
                .isEqualTo("KEY_COMPROMISE_SUSPECTED_CN");
    }

    @Test
    void aKeyInUseThereForTheWholeWindowIsNotStolenAnyMore() {
        assertThat(reading(use(ALWAYS), BenignReadingsTest::sameSoftware)).isNull();
    }

    @Test
    void theSameSoftwareBesideARelayIsNobodyElses() {
        assertThat(reading(use(days("2024-09-27", 18)).personal(0), BenignReadingsTest::sameSoftware))
                .isNull();
    }

    @Test
    void aKeyThatIsUsedNowhereElseIsNotStolen() {
        assertThat(reading(use(days("2024-09-27", 18)), day -> {
                    day.clients().put(1, 7, "US");
                    day.clients().put(2, 8, "CN");
                }))
                .isNull();
    }

    @Test
    void answersFasterThanLightTakeTheRegionBack() {
        Finding wrong = reading(use(days("2024-09-17", 20)), day -> {
            day.delays().measured().add("CN", 9);
            day.delays().impossible().add("CN", 9);
        });

        assertThat(code(wrong)).isEqualTo("IMPOSSIBLE_DELAY_CN");
        assertThat(weight(wrong)).isEqualTo(-30.0);
    }

    private static void sameSoftware(EvidenceDay day) {
        day.clients().put(1, 7, "CN");
        day.clients().put(1, 7, "US");
    }

    private static @Nullable Finding reading(Use use) {
        return reading(use, day -> {});
    }

    private static List<Long> many(int count) {
        return java.util.stream.LongStream.rangeClosed(1, count)
                .mapToObj(number -> number * 0x9e3779b97f4a7c15L)
                .toList();
    }

    private static String code(@Nullable Finding finding) {
        return finding == null ? "none" : finding.code();
    }

    private static double weight(@Nullable Finding finding) {
        return finding == null ? 0 : finding.weightDecibans();
    }

    private static @Nullable Finding reading(Use use, Consumer<EvidenceDay> facts) {
        return reading(use.weighing(24), facts);
    }

    private static @Nullable Finding reading(DirectUse use, Consumer<EvidenceDay> facts) {
        TreeMap<LocalDate, EvidenceDay> days = new TreeMap<>();
        for (LocalDate date : ALWAYS) {
            EvidenceDay day = new EvidenceDay();
            facts.accept(day);
            days.put(date, day);
        }
        EvidenceWindow window = Windows.of(days, LAST, 1);
        return new Signals(window, MODEL).benignReading(use);
    }

    private static Use use(List<LocalDate> days) {
        return new Use(days, ALWAYS, List.of(), 1, 1);
    }

    /** A tenth of the requests, out of homes in China, of an organization with people elsewhere. */
    private record Use(
            Collection<LocalDate> days,
            Collection<LocalDate> everyDay,
            Collection<LocalDate> hiddenDays,
            double share,
            int networks) {

        Use ordinary(Collection<LocalDate> others) {
            return new Use(days, others, hiddenDays, share, networks);
        }

        Use hidden(Collection<LocalDate> others) {
            return new Use(days, everyDay, others, share, networks);
        }

        Use personal(double other) {
            return new Use(days, everyDay, hiddenDays, other, networks);
        }

        Use operators(int other) {
            return new Use(days, everyDay, hiddenDays, share, other);
        }

        DirectUse onlyLogIns() {
            return weighing(0);
        }

        DirectUse weighing(double weight) {
            return new DirectUse(
                    new Region("CN"),
                    weight,
                    networks,
                    new TreeSet<>(days),
                    new TreeSet<>(everyDay),
                    share,
                    new TreeSet<>(hiddenDays),
                    Map.of(NetworkType.EYEBALL, 100L),
                    0.1);
        }
    }

    private static List<LocalDate> days(String first, int count) {
        LocalDate from = LocalDate.parse(first);
        return from.datesUntil(from.plusDays(count)).toList();
    }
}
