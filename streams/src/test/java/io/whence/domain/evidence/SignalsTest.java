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
        assertThat(zone.sentence()).contains("UTC+8", "CN").doesNotContain("Singapore");
    }

    @Test
    void chineseHoursInSingaporeAccuseNobody() {
        assertThat(only(signals("SG", chineseOffice()), "TIME_ZONE").weightDecibans())
                .isBetween(-4.0, 0.0);
    }

    @Test
    void hoursAtHomeSpeakForAnOrganization() {
        assertThat(only(signals("US", office(-4, date -> false, false)), "TIME_ZONE")
                        .weightDecibans())
                .isNegative();
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
                .isEqualTo(12.0);
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
    void aForgedHeaderWeighsOnlyWhereItHidesAnUnsupportedRegion() {
        assertThat(codes(signals("US", (date, day) -> day.forged().add("CN>US", 5))))
                .contains("FORGED_FORWARDING");
        assertThat(codes(signals("US", (date, day) -> day.forged().add("DE>US", 5))))
                .doesNotContain("FORGED_FORWARDING");
        assertThat(codes(signals("US", (date, day) -> day.forged().add("DE>CN", 5))))
                .doesNotContain("FORGED_FORWARDING");
    }

    @Test
    void aVpnAloneWeighsAtMostSix() {
        List<Finding> findings =
                signals("US", (date, day) -> day.times().mark(NetworkType.VPN, date.toEpochDay() * 86_400_000L));

        assertThat(new Reckoning(MODEL, 0).verdict(findings).of(Family.ANONYMIZER))
                .isEqualTo(6.0);
    }

    @Test
    void aWeekAbroadAfterWeeksAtHomeIsAJourney() {
        Finding journey = reading(use(24.0, days("2024-10-08", 5), days("2024-09-17", 21), List.of(), 0.1), null);

        assertThat(journey.code()).isEqualTo("JOURNEY_CN");
        assertThat(journey.weightDecibans()).isEqualTo(-12.0);
    }

    @Test
    void daysHereAndThereBesideAVpnAreNoJourney() {
        assertThat(new Signals(window(null, (date, day) -> {}), MODEL)
                        .benignReading(use(
                                24.0,
                                new TreeSet<>(days("2024-10-08", 2)),
                                days("2024-09-17", 21),
                                days("2024-10-08", 1),
                                0.1)))
                .isNull();
    }

    @Test
    void requestsOfVeryManyUsersAreUsers() {
        Finding users =
                reading(use(24.0, days("2024-09-17", 28), days("2024-09-17", 28), List.of(), 0.03), (date, day) -> {
                    for (long user = 1; user < 400; user++) {
                        day.endUsers().add(user * 0x9e3779b97f4a7c15L, 1);
                    }
                });
        assertThat(users.code()).isEqualTo("END_USERS_CN");
        assertThat(users.weightDecibans()).isEqualTo(-24.0);
    }

    @Test
    void answersFasterThanLightTakeTheRegionBack() {
        Finding wrong =
                reading(use(10.0, days("2024-09-17", 20), days("2024-09-17", 28), List.of(), 0.5), (date, day) -> {
                    day.delays().measured().add("CN", 9);
                    day.delays().impossible().add("CN", 9);
                });
        assertThat(wrong.code()).isEqualTo("IMPOSSIBLE_DELAY_CN");
        assertThat(wrong.weightDecibans()).isEqualTo(-16.0);
    }

    private static Finding reading(DirectUse use, @Nullable BiConsumer<LocalDate, EvidenceDay> facts) {
        BiConsumer<LocalDate, EvidenceDay> nothing = (date, day) -> {};
        Finding reading = new Signals(window("US", facts == null ? nothing : facts), MODEL).benignReading(use);
        assertThat(reading).isNotNull();
        return java.util.Objects.requireNonNull(reading);
    }

    private static DirectUse use(
            double weight,
            java.util.Collection<LocalDate> days,
            java.util.Collection<LocalDate> ordinary,
            java.util.Collection<LocalDate> hidden,
            double share) {
        return new DirectUse(
                new Region("CN"),
                weight,
                new TreeSet<>(days),
                new TreeSet<>(ordinary),
                new TreeSet<>(hidden),
                Map.of(NetworkType.EYEBALL, 100L),
                share);
    }

    private static List<LocalDate> days(String first, int count) {
        LocalDate from = LocalDate.parse(first);
        return from.datesUntil(from.plusDays(count)).toList();
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
                region -> UNSUPPORTED.contains(region.code()) ? Standing.UNSUPPORTED : Standing.SUPPORTED,
                home == null ? null : new Region(home),
                null);
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
