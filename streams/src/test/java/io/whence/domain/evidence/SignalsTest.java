/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.EvidenceFiles;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final EvidenceModel MODEL = EvidenceFiles.bundled();
    private static final Set<String> UNSUPPORTED = Set.of("CN", "HK", "MO", "RU", "BY", "IR", "KP", "CU", "SY", "VE");

    /** Four weeks with Golden Week, and the make-up workdays of 29 September and 12 October 2024. */
    private static final LocalDate LAST = LocalDate.parse("2024-10-14");

    @Test
    void chineseHoursOfAnAmericanOrganizationWeighWhatWasMeasured() {
        Finding zone = only(signals("US", chineseOffice()), "TIME_ZONE");

        assertThat(zone.weightDecibans()).isBetween(8.0, 10.0);
        assertThat(zone.sentence()).contains("fit UTC+8, nearer to CN, HK,", "than to US.");
    }

    @Test
    void chineseHoursInSingaporeAccuseNobody() {
        Finding zone = only(signals("SG", chineseOffice()), "TIME_ZONE");

        assertThat(zone.weightDecibans()).isBetween(-4.0, 0.0);
        assertThat(zone.sentence()).endsWith("fit UTC+8, as in SG.");
    }

    @Test
    void hoursAtHomeSpeakForAnOrganization() {
        Finding zone = only(signals("US", office(-4, date -> false, false)), "TIME_ZONE");

        assertThat(zone.weightDecibans()).isNegative();
        assertThat(zone.sentence()).endsWith("fit UTC-4, as in US.");
    }

    @Test
    void hoursBesideThoseOfHomeAreNotSaidToBeTheSame() {
        assertThat(only(signals("SG", office(7, date -> false, false)), "TIME_ZONE")
                        .sentence())
                .endsWith("fit UTC+7, 1 hour off SG.");
    }

    @Test
    void daysThatDoNotRepeatSayNothing() {
        assertThat(codes(signals("US", (date, day) -> day.hours()[date.getDayOfMonth() * 7 % 24] = 50)))
                .doesNotContain("TIME_ZONE")
                .noneMatch(code -> code.startsWith("HOLIDAY"));
    }

    @Test
    void goldenWeekAndTheSundaysWorkedForItAreSeen() {
        List<Finding> findings = signals("SG", chineseOffice());

        assertThat(only(findings, "HOLIDAY_CN").weightDecibans()).isEqualTo(11.4);
        assertThat(only(findings, "HOLIDAY_MAKE_UP_CN").weightDecibans()).isEqualTo(9.0);
    }

    @Test
    void whoWorksThroughGoldenWeekIsNotThere() {
        List<Finding> findings = signals("SG", office(8, date -> false, true));

        assertThat(only(findings, "HOLIDAY_CN").weightDecibans()).isEqualTo(-4.7);
    }

    @Test
    void aLogInFromAnUnsupportedRegionWeighsAndSupportedOnesSpeakForIt() {
        assertThat(only(signals("US", (date, day) -> day.consoles().add("CN", 1)), "CONSOLE_CN")
                        .weightDecibans())
                .isGreaterThan(18.0);
        assertThat(only(signals("US", (date, day) -> day.consoles().add("US", 1)), "CONSOLE_SUPPORTED")
                        .weightDecibans())
                .isNegative();
    }

    @Test
    void aGapBehindHomeConnectionsIsAProxy() {
        assertThat(only(signals("US", (date, day) -> day.delays().count(40, 38, 0, 0)), "GAP")
                        .weightDecibans())
                .isGreaterThan(13.0);
        assertThat(codes(signals("US", (date, day) -> day.delays().count(4000, 38, 0, 0))))
                .doesNotContain("GAP");
    }

    @Test
    void fewGapsAreEnoughWhereTheyAreTwoInThree() {
        assertThat(codes(signals("US", (date, day) -> day.delays().count(7, 5, 0, 0))))
                .contains("GAP");
        assertThat(codes(signals("US", (date, day) -> day.delays().count(8, 5, 0, 0))))
                .doesNotContain("GAP");
        assertThat(codes(signals("US", (date, day) -> day.delays().count(4, 4, 0, 0))))
                .doesNotContain("GAP");
    }

    @Test
    void detoursOfTwoDaysWeighMoreThanThoseOfOneMore() {
        List<Finding> two =
                signals("US", (date, day) -> day.delays().count(0, 0, 20, date.isAfter(LAST.minusDays(2)) ? 20 : 0));

        assertThat(only(two, "DETOUR").weightDecibans()).isEqualTo(6.0);
    }

    @Test
    void gapsThroughManyNetworksInTurnAreThoseOfAPool() {
        List<Finding> pool = signals("US", (date, day) -> {
            day.delays().count(40, 38, 0, 0);
            for (long network = 1; network <= 6; network++) {
                day.networks().add(network * 0x9e3779b97f4a7c15L, 1);
            }
        });

        assertThat(only(pool, "GAP_ROTATION").weightDecibans()).isPositive();
        assertThat(new Reckoning(MODEL, 0).verdict(pool).of(Family.DELAY)).isEqualTo(19.0);
    }

    @Test
    void holidaysOfCountriesWithFewUsersAreLeftOut() {
        assertThat(codes(signals("US", office(-4, date -> false, false))))
                .noneMatch(code -> code.startsWith("HOLIDAY_CU") || code.startsWith("HOLIDAY_VE"));
    }

    @Test
    void logInsOnAJourneyWeighNothing() {
        Region china = new Region("CN");
        EvidenceWindow window = window("US", (date, day) -> {
            if (date.equals(LAST)) {
                day.consoles().add("CN", 1);
            }
        });
        List<Finding> findings =
                new Signals(window, MODEL).findings(Map.of(china, new TreeSet<>(List.of(LAST.minusDays(1), LAST))));

        assertThat(only(findings, "CONSOLE_CN").weightDecibans()).isZero();
    }

    @Test
    void aForgedHeaderWeighsOnlyWhereItHidesAnUnsupportedRegion() {
        assertThat(codes(signals("US", (date, day) -> day.forged().add("CN>US", 5))))
                .contains("FORGED_FORWARDING");
        assertThat(codes(signals("US", (date, day) -> day.forged().add("DE>US", 5))))
                .doesNotContain("FORGED_FORWARDING");
        assertThat(codes(signals("US", (date, day) -> day.forged().add("DE>CN", 5))))
                .doesNotContain("FORGED_FORWARDING");
    }

    @Test
    void aVpnAloneWeighsAtMostFive() {
        List<Finding> findings =
                signals("US", (date, day) -> day.times().mark(NetworkType.VPN, date.toEpochDay() * 86_400_000L));

        assertThat(new Reckoning(MODEL, 0).verdict(findings).of(Family.ANONYMIZER))
                .isEqualTo(5.0);
    }

    /** Nine to nine in Shanghai on the workdays of mainland China. */
    private static BiConsumer<LocalDate, EvidenceDay> chineseOffice() {
        return office(8, date -> MODEL.facts().calendars().holiday(new Region("CN"), date), true);
    }

    private static BiConsumer<LocalDate, EvidenceDay> office(
            int offset, java.util.function.Predicate<LocalDate> off, boolean makeUps) {
        Calendars calendars = MODEL.facts().calendars();
        Region china = new Region("CN");
        return (date, day) -> {
            boolean works =
                    makeUps && calendars.makeUp(china, date) || !calendars.weekend(china, date) && !off.test(date);
            for (int local = 9; local < 21; local++) {
                day.hours()[Math.floorMod(local - offset, 24)] = works ? 20 : 2;
            }
        };
    }

    private static List<Finding> signals(String home, BiConsumer<LocalDate, EvidenceDay> facts) {
        return new Signals(window(home, facts), MODEL).findings();
    }

    private static EvidenceWindow window(@Nullable String home, BiConsumer<LocalDate, EvidenceDay> facts) {
        TreeMap<LocalDate, EvidenceDay> days = new TreeMap<>();
        LAST.minusDays(27).datesUntil(LAST.plusDays(1)).forEach(date -> {
            EvidenceDay day = new EvidenceDay();
            facts.accept(date, day);
            days.put(date, day);
        });
        return new EvidenceWindow(
                LAST,
                days,
                new TreeMap<>(),
                region -> UNSUPPORTED.contains(region.code()) ? Standing.UNSUPPORTED : Standing.SUPPORTED,
                home == null ? null : new Region(home),
                null,
                Map.of(),
                1);
    }

    private static Finding only(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not in " + findings));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
