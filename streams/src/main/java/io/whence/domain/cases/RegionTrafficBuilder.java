/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.CountedSample;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the tallies of one region and one standing. */
final class RegionTrafficBuilder {

    private final Region region;
    private final Standing standing;
    private final Standpoint standpoint;
    private final RegionPolicy policy;
    private final Tally total = new Tally();
    private final Map<NetworkType, Tally> byType = new TreeMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final Set<LocalDate> directDays = new HashSet<>();
    private final Set<Long> operators = new HashSet<>();
    private long direct;
    private long registered;
    private long relocated;
    private long exempted;
    private Agreement agreement = Agreement.CONFIRMED;

    RegionTrafficBuilder(Region region, Standing standing, Standpoint standpoint, RegionPolicy policy) {
        this.region = region;
        this.standing = standing;
        this.standpoint = standpoint;
        this.policy = policy;
    }

    void add(DayTally day) {
        Tally tally = day.tally();
        if (tally.admitted() == 0) {
            return;
        }
        total.addAll(tally);
        byType.computeIfAbsent(day.provenance().networkType(), type -> new Tally())
                .addAll(tally);
        days.add(day.day());
        if (!day.provenance().networkType().placedByProvider()) {
            addDirect(day);
        }
    }

    private void addDirect(DayTally day) {
        if (exempt(day)) {
            exempted += day.tally().admitted();
            return;
        }
        long explained = 0;
        for (CountedSample.Counted<Egress> network : day.tally().networks().inHashOrder()) {
            String prefix = network.item().prefix();
            if (standpoint.organization().registered(prefix)) {
                explained += network.count();
                registered += network.count();
            } else if (elsewhereNow(prefix)) {
                explained += network.count();
                relocated += network.count();
            } else {
                operators.add(network.item().asn());
            }
        }
        long unexplained = day.tally().admitted() - explained;
        if (unexplained > 0) {
            direct += unexplained;
            directDays.add(day.day());
            if (day.provenance().agreement() != Agreement.CONFIRMED) {
                agreement = Agreement.UNCHECKED;
            }
        }
    }

    private boolean exempt(DayTally day) {
        return standing == Standing.UNSUPPORTED
                && standpoint.exempt(policy.id(), region, day.tally().lastSeen());
    }

    /** Newer geolocation can only clear an organization: it never makes traffic of the past unsupported. */
    private boolean elsewhereNow(String prefix) {
        if (standing != Standing.UNSUPPORTED) {
            return false;
        }
        Region now = standpoint.placeNow().apply(prefix);
        return !now.isUnknown()
                && !now.country().equals(region.country())
                && policy.versionInForce(total.lastSeen()).standingOf(now) == Standing.SUPPORTED;
    }

    long requests() {
        return total.admitted();
    }

    RegionTraffic build(long allRequests) {
        return new RegionTraffic(
                region,
                standing,
                total.admitted(),
                direct,
                (double) total.admitted() / allRequests,
                days.size(),
                directDays.size(),
                Math.max(operators.size(), direct > 0 ? 1 : 0),
                total.addresses().distinct(),
                total.firstSeen(),
                total.lastSeen(),
                agreement,
                providerPlaced(),
                keys(),
                networks(),
                relocated,
                exempted);
    }

    /** Only requests that a provider placed make it so; what is exempt or has been relocated was not placed by one. */
    private @Nullable Classification providerPlaced() {
        Tally edge = byType.get(NetworkType.EDGE_PLATFORM);
        Tally sase = byType.get(NetworkType.SASE);
        long onEdge = edge == null ? 0 : edge.admitted();
        long corporate = registered + (sase == null ? 0 : sase.admitted());
        if (onEdge + corporate == 0) {
            return null;
        }
        return onEdge >= corporate ? Classification.EDGE_PLATFORM : Classification.CORPORATE_EGRESS;
    }

    private List<KeyUse> keys() {
        return total.keys().mostFrequentFirst().stream()
                .map(key -> new KeyUse(key.item(), key.count()))
                .toList();
    }

    private List<NetworkUse> networks() {
        List<NetworkUse> uses = new ArrayList<>();
        byType.forEach((type, tally) -> tally.networks()
                .mostFrequentFirst()
                .forEach(network -> uses.add(new NetworkUse(network.item(), type, network.count()))));
        uses.sort(Comparator.comparingLong(NetworkUse::requests)
                .reversed()
                .thenComparing(use -> use.egress().prefix()));
        return uses.subList(0, Math.min(uses.size(), Tally.NAMED));
    }
}
