/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.Level;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.OrganizationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing goes to and fro: a level is neither entered nor left within a day of the last change, and a question is taken
 * back only when the score has long been well below the level it was asked at. The evidence comes and goes as it likes,
 * and the organization is looked at whenever it asks.
 */
class DwellTest {

    private static final RegionPolicy POLICY = Traffic.policy("P15D");
    private static final Duration CLEAN_PERIOD =
            POLICY.versions().get(0).enforcement().cleanPeriod();
    private static final Duration LATENESS = Duration.ofHours(6);
    private static final Duration DWELL = Duration.ofHours(24);
    private static final int DAYS = 120;
    private static final double WITHDRAWN_BELOW = Level.NOTICE.from() - 3;

    private record Looked(Instant at, Level level) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aLevelIsNeitherEnteredNorLeftWithinADayOfTheLastChange(long seed) {
        List<Looked> changes = changes(new History(seed).lookedAtAsItAsks());

        assertThat(changes).hasSizeGreaterThan(3);
        for (int i = 1; i < changes.size(); i++) {
            assertThat(Duration.between(changes.get(i - 1).at(), changes.get(i).at()))
                    .as("from %s to %s", changes.get(i - 1), changes.get(i))
                    .isGreaterThanOrEqualTo(DWELL);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aQuestionIsTakenBackOnlyAfterThreeDecibansLessForTheWholeCleanPeriod(long seed) {
        History history = new History(seed);
        ComplianceCase compliance = ComplianceCase.none("org-1", POLICY.id());
        NoticeWriter writer = new NoticeWriter(Organization.unknown("org-1"), new Geolocation(List.of(), false));
        Instant high = Instant.MIN;
        Set<NoticeKind> told = new HashSet<>();
        for (LocalDate day = history.first(); !day.isAfter(history.last()); day = day.plusDays(1)) {
            Assessment assessment = history.assessedAt(OrganizationClock.closingOf(day, LATENESS));
            high = assessment.scoreDecibans() >= WITHDRAWN_BELOW ? assessment.windowEnd() : high;
            ComplianceCase.Outcome outcome = compliance.review(POLICY, assessment, writer);
            compliance = outcome.after();
            for (Notice notice : outcome.notices()) {
                told.add(notice.kind());
                if (notice.kind() == NoticeKind.LIFT) {
                    assertThat(Duration.between(high, notice.issuedAt()))
                            .as("lifted at %s, high until %s", notice.issuedAt(), high)
                            .isGreaterThanOrEqualTo(CLEAN_PERIOD);
                }
            }
        }
        assertThat(told).contains(NoticeKind.WARNING, NoticeKind.LIFT);
    }

    private static List<Looked> changes(List<Looked> looks) {
        List<Looked> changes = new ArrayList<>();
        for (int i = 1; i < looks.size(); i++) {
            if (looks.get(i).level() != looks.get(i - 1).level()) {
                changes.add(looks.get(i));
            }
        }
        return changes;
    }

    /** Days behind a VPN for a while, then none for a while, by a seed; and an organization that asks now and then. */
    private static final class History {
        private final Random random;
        private final List<DayTally> ordinary =
                new Traffic().from("DE", DAYS, 5).tallies();
        private final NavigableMap<LocalDate, EvidenceDay> facts = new TreeMap<>();

        History(long seed) {
            random = new Random(seed);
            boolean hidden = false;
            int left = 0;
            for (LocalDate date : first().datesUntil(last().plusDays(1)).toList()) {
                if (left-- == 0) {
                    hidden = !hidden;
                    left = random.nextInt(hidden ? 8 : 30);
                }
                EvidenceDay day = new EvidenceDay();
                if (hidden) {
                    MaskedOriginTest.behindAVpn(date, day);
                }
                facts.put(date, day);
            }
        }

        LocalDate first() {
            return Traffic.FIRST;
        }

        LocalDate last() {
            return Traffic.FIRST.plusDays(DAYS - 1L);
        }

        /** Looked at on the closing of each day, and at every request besides, minutes or hours apart. */
        List<Looked> lookedAtAsItAsks() {
            NavigableSet<Instant> times = new TreeSet<>();
            first().datesUntil(last()).forEach(day -> times.add(OrganizationClock.closingOf(day, LATENESS)));
            Instant at = times.first();
            while (at.isBefore(times.last())) {
                times.add(at);
                at = at.plus(Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 90 : 1500)));
            }
            return times.stream()
                    .map(time -> new Looked(time, assessedAt(time).verdict().level()))
                    .toList();
        }

        /** By the days that are closed then; the facts of the others are there already. */
        Assessment assessedAt(Instant at) {
            return new Assessor(POLICY, Traffic.MODEL)
                    .assess(
                            Standpoint.of(Organization.unknown("org-1")),
                            OrganizationClock.closedBy(at, LATENESS),
                            at,
                            new Observations(ordinary, facts),
                            DatabaseAge.FRESH);
        }
    }
}
