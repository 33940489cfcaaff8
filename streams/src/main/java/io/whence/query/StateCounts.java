/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Leak;
import io.whence.domain.cases.NoticeKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The state in numbers, without anybody's name.
 *
 * @param organizations how many organizations that have sent something are in each state, by name of the state; one
 *     counts where its worst case is
 * @param cases how many cases are in each state, by name of the state
 * @param warnings how many warnings stand, by name of their explanation
 * @param notices how many notices there are of each kind; every kind has a number
 * @param leakedRequests what each gateway served after its refusal took effect, on days that are still open
 * @param ledger where the records of the input went
 */
public record StateCounts(
        SortedMap<String, Integer> organizations,
        SortedMap<String, Integer> cases,
        SortedMap<String, Integer> warnings,
        Map<NoticeKind, Integer> notices,
        Map<String, Long> leakedRequests,
        Ledgers ledger) {

    static StateCounts of(Ranking ranking, NoticeBook notices, List<Leak> leaks, Ledgers ledger) {
        return new StateCounts(
                ranking.byState(),
                ranking.casesByState(),
                ranking.warningsByExplanation(),
                notices.byKind(),
                leaks.stream().collect(Collectors.groupingBy(Leak::gateway, Collectors.summingLong(Leak::requests))),
                ledger);
    }

    public StateCounts {
        organizations = Collections.unmodifiableSortedMap(new TreeMap<>(organizations));
        cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
        warnings = Collections.unmodifiableSortedMap(new TreeMap<>(warnings));
        notices = Map.copyOf(notices);
        leakedRequests = Map.copyOf(leakedRequests);
    }
}
