/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.evidence.Companions;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.tally.DayTally;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was counted of an organization.
 *
 * @param tallies its tallies
 * @param days facts of its days; empty where only tallies were kept
 * @param companions who else was on its exits, by day; days without anybody are left out
 */
public record Observations(
        List<DayTally> tallies,
        NavigableMap<LocalDate, EvidenceDay> days,
        NavigableMap<LocalDate, Companions> companions) {

    public Observations {
        tallies = List.copyOf(tallies);
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        companions = Collections.unmodifiableNavigableMap(new TreeMap<>(companions));
    }

    /** What was counted of an organization that shares no exit with anybody. */
    public Observations(List<DayTally> tallies, NavigableMap<LocalDate, EvidenceDay> days) {
        this(tallies, days, new TreeMap<>());
    }

    /** Tallies without the facts of days. */
    public static Observations of(List<DayTally> tallies) {
        return new Observations(tallies, new TreeMap<>());
    }
}
