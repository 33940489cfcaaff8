/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What officers ruled and what was settled, as far as it still matters. It outlives the case it was ruled in.
 *
 * @param exemptions exemptions granted by officers
 * @param frozenUntil until when nothing happens by itself; null when it may
 * @param settledThrough last UTC day whose traffic is not held against the organization any more; null when there is
 *     none
 * @param settled the same for single regions, where it is later
 * @param lapsing ids of exemptions whose coming lapse is recorded
 */
public record Rulings(
        List<Exemption> exemptions,
        @Nullable Instant frozenUntil,
        @Nullable LocalDate settledThrough,
        Map<Region, LocalDate> settled,
        Set<String> lapsing) {

    /** Stands for a date that was not set. */
    public static final Instant FURTHER_NOTICE = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Nothing was ruled. */
    public static final Rulings NONE = new Rulings(List.of(), null, null, Map.of(), Set.of());

    public Rulings {
        exemptions = List.copyOf(exemptions);
        settled = Map.copyOf(settled);
        lapsing = Set.copyOf(lapsing);
    }

    /** Whether nothing may happen by itself at an instant. */
    public boolean frozen(Instant at) {
        return frozenUntil != null && frozenUntil.isAfter(at);
    }

    /** Whether traffic of a day is not held against the organization any more. */
    public boolean settled(Region region, LocalDate day) {
        LocalDate ofRegion = settled.get(region);
        return (settledThrough != null && !day.isAfter(settledThrough)) || (ofRegion != null && !day.isAfter(ofRegion));
    }

    Rulings exempting(Exemption exemption) {
        List<Exemption> more = new ArrayList<>(exemptions);
        more.removeIf(known -> known.id().equals(exemption.id()));
        more.add(exemption);
        return new Rulings(more, frozenUntil, settledThrough, settled, lapsing);
    }

    Rulings frozenUntil(@Nullable Instant until) {
        return new Rulings(exemptions, until, settledThrough, settled, lapsing);
    }

    Rulings lapsing(Set<String> noted) {
        return new Rulings(exemptions, frozenUntil, settledThrough, settled, noted);
    }

    Rulings settling(LocalDate day) {
        return new Rulings(exemptions, frozenUntil, day, Map.of(), lapsing);
    }

    /** What is lifted is settled: traffic of the days before is not held against the organization again. */
    Rulings settling(Move move, LocalDate day) {
        List<Region> regions = move.tellings().stream()
                .filter(telling -> telling.kind() == NoticeKind.LIFT)
                .flatMap(telling -> telling.causes().stream())
                .map(Cause::region)
                .toList();
        return regions.isEmpty() ? this : settling(regions, day);
    }

    private Rulings settling(Collection<Region> regions, LocalDate day) {
        Map<Region, LocalDate> more = new TreeMap<>(settled);
        regions.forEach(region -> more.put(region, day));
        return new Rulings(exemptions, frozenUntil, settledThrough, more, lapsing);
    }
}
