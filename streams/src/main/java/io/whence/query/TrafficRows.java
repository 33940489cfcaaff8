/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.NetworkUse;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes rows of the tallies of an organization; those that differ only in how well they are confirmed become one. */
final class TrafficRows {

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::day)
            .thenComparing(Row::region)
            .thenComparing(Row::networkType)
            .thenComparing(Row::disputed)
            .thenComparing(Row::product);

    private record Row(LocalDate day, Region region, NetworkType networkType, boolean disputed, String product) {
        static Row of(DayTally tally) {
            Provenance provenance = tally.provenance();
            return new Row(
                    tally.day(),
                    provenance.region(),
                    provenance.networkType(),
                    provenance.agreement() == Agreement.DISPUTED,
                    provenance.product());
        }

        DayTally holding(Tally sum) {
            Agreement agreement = disputed ? Agreement.DISPUTED : Agreement.UNCHECKED;
            return new DayTally(day, new Provenance(region, networkType, agreement, product), sum);
        }
    }

    private TrafficRows() {}

    static List<TrafficRow> of(String organizationId, List<DayTally> tallies, Policies policies, TrafficDetail detail) {
        Map<Row, Tally> sums = new TreeMap<>(ORDER);
        for (DayTally tally : tallies) {
            sums.computeIfAbsent(Row.of(tally), row -> new Tally()).addAll(tally.tally());
        }
        return sums.entrySet().stream()
                .map(entry -> entry.getKey().holding(entry.getValue()))
                .map(tally -> row(JudgedTally.judge(organizationId, tally, policies), detail))
                .toList();
    }

    private static TrafficRow row(JudgedTally judged, TrafficDetail detail) {
        Row row = Row.of(judged.tally());
        Tally sum = judged.tally().tally();
        return new TrafficRow(
                row.day(),
                row.region(),
                row.networkType(),
                row.disputed(),
                row.product(),
                sum.requests(),
                sum.refused(),
                sum.addresses().distinct(),
                sum.firstSeen(),
                sum.lastSeen(),
                detail == TrafficDetail.KEY ? keys(sum) : List.of(),
                detail == TrafficDetail.NETWORK ? networks(sum, row.networkType()) : List.of(),
                judged.standings());
    }

    private static List<KeyUse> keys(Tally sum) {
        return sum.keys().mostFrequentFirst().stream()
                .map(key -> new KeyUse(key.item(), key.count()))
                .toList();
    }

    private static List<NetworkUse> networks(Tally sum, NetworkType type) {
        return sum.networks().mostFrequentFirst().stream()
                .map(network -> new NetworkUse(network.item(), type, network.count()))
                .toList();
    }
}
