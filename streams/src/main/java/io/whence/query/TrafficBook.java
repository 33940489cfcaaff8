/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.OrganizationClock;
import io.whence.topology.StateView;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes from where, of all organizations; what takes long to add up is remembered the longer. */
final class TrafficBook {

    /** So many ranges of days are remembered beside the newest: more than dashboards look at together. */
    private static final int RANGES = 16;

    private final StateView state;
    private final Recent<Ranking> ranking;
    private final Clock clock;
    private final Recent<Presence> presence;
    private final Recent<List<RegionTotal>> totals;
    private final Map<DayRange, Recent<List<RegionTotal>>> ranges = new LinkedHashMap<>(RANGES, 0.75f, true);
    private final Duration maxAge;

    /**
     * A book of one state.
     *
     * @param ranking knows the latest day of all
     * @param maxAge how old an answer may be in any case
     */
    TrafficBook(StateView state, Recent<Ranking> ranking, Duration maxAge, Clock clock) {
        this.state = state;
        this.ranking = ranking;
        this.clock = clock;
        this.maxAge = maxAge;
        this.presence = Recent.sparing(() -> Reading.of(() -> Presence.read(state)), maxAge, clock);
        this.totals = Recent.sparing(() -> read(newestDays()), maxAge, clock);
    }

    Totals totals(Optional<DayRange> asked) {
        List<RegionTotal> found = asked.map(this::of).orElse(totals).get();
        return new Totals(
                asked.orElseGet(this::newestDays), found, presence.get().counts());
    }

    private Recent<List<RegionTotal>> of(DayRange days) {
        synchronized (ranges) {
            Recent<List<RegionTotal>> known =
                    ranges.computeIfAbsent(days, any -> Recent.sparing(() -> read(days), maxAge, clock));
            if (ranges.size() > RANGES) {
                ranges.remove(ranges.keySet().iterator().next());
            }
            return known;
        }
    }

    private DayRange newestDays() {
        LocalDate last = ranking.get().latestDay().orElseGet(() -> OrganizationClock.dayOf(clock.instant()));
        return DayRange.endingWith(last, WhenceQueries.OVERVIEW_DAYS);
    }

    private List<RegionTotal> read(DayRange days) {
        return Reading.of(() -> new TotalsSearch(state).of(days));
    }

    /** Whether an organization is warned of a region or was plainly seen there lately; always for no region. */
    boolean concerns(@Nullable Region region, Ranking.Place place) {
        return region == null || place.warnedOf(region) || presence.get().in(region, place.organizationId());
    }
}
