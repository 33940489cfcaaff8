/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.config.EvidenceFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class LogInsTest {

    private static final EvidenceModel MODEL = EvidenceFiles.bundled();
    private static final LocalDate LAST = LocalDate.parse("2024-10-14");

    @Test
    void whoLogsInWhereItsSoftwareRunsAndNowhereElseIsSeenByNobody() {
        Finding nobody = findings(0, on(Set.of(3, 9, 0), LogInsTest::hosted)).get(0);

        assertThat(nobody.code()).isEqualTo("LOG_INS_HOSTED");
        assertThat(nobody.weightDecibans()).isEqualTo(12.0);
        assertThat(nobody.sentence()).startsWith("3 of 3 log-ins");
    }

    @Test
    void twoLogInsOutOfDataCentresAreAnAccident() {
        assertThat(findings(0, on(Set.of(3, 9), LogInsTest::hosted))).isEmpty();
    }

    @Test
    void logInsFromLinesOfPeopleShowSomebody() {
        assertThat(findings(0, (ago, day) -> logIn(day, ago % 3 == 0 ? "EYEBALL" : "HOSTING")))
                .extracting(Finding::code)
                .containsExactly("CONSOLE_SUPPORTED");
    }

    @Test
    void oneDataCentreInTenIsOnNoList() {
        assertThat(findings(0.1, (ago, day) -> logIn(day, ago % 10 == 0 ? "UNKNOWN" : "HOSTING")))
                .extracting(Finding::code)
                .containsExactly("LOG_INS_HOSTED");
    }

    @Test
    void requestsOverLinesOfPeopleShowSomebody() {
        assertThat(findings(0.25, on(Set.of(3, 9, 0), LogInsTest::hosted))).isEmpty();
    }

    @Test
    void whoeverIsBehindAVpnLogsInThroughItToo() {
        assertThat(findings(0, (ago, day) -> {
                    hosted(day);
                    day.delays().count(0, 0, 20, 20);
                }))
                .isEmpty();
    }

    @Test
    void logInsOutOfDataCentresSpeakForNobody() {
        assertThat(findings(0.5, (ago, day) -> hosted(day))).isEmpty();
        assertThat(findings(0.5, (ago, day) -> day.consoles().add("US", 1)))
                .extracting(Finding::code)
                .containsExactly("CONSOLE_SUPPORTED");
    }

    @Test
    void manyLogInsOfAWeekAreOneVisit() {
        assertThat(findings(1, on(Set.of(0, 3, 7), LogInsTest::there)).get(0).weightDecibans())
                .isEqualTo(12.0);
    }

    @Test
    void whoeverComesBackAfterAVisitIsThere() {
        assertThat(findings(1, on(Set.of(0, 14), LogInsTest::there)).get(0).weightDecibans())
                .isEqualTo(18.0);
    }

    private static void hosted(EvidenceDay day) {
        logIn(day, "HOSTING");
    }

    private static void logIn(EvidenceDay day, String kind) {
        day.consoles().add("US", 1);
        day.logIns().add(kind, 1);
    }

    private static void there(EvidenceDay day) {
        day.consoles().add("CN", 1);
        day.logIns().add("EYEBALL", 1);
    }

    private static BiConsumer<Integer, EvidenceDay> on(
            Set<Integer> daysAgo, java.util.function.Consumer<EvidenceDay> what) {
        return (ago, day) -> {
            if (daysAgo.contains(ago)) {
                what.accept(day);
            }
        };
    }

    private static List<Finding> findings(double personal, BiConsumer<Integer, EvidenceDay> facts) {
        TreeMap<LocalDate, EvidenceDay> days = new TreeMap<>();
        for (int ago = 0; ago < 28; ago++) {
            EvidenceDay day = new EvidenceDay();
            facts.accept(ago, day);
            days.put(LAST.minusDays(ago), day);
        }
        EvidenceWindow window = Windows.of(days, LAST, personal);
        return new LogIns(window, MODEL, Map.of()).findings();
    }
}
