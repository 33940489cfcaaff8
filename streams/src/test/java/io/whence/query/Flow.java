/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/**
 * Requests of one provenance that recur from day to day.
 *
 * @param provenance where they come from
 * @param perDay about how many a day
 * @param first first day
 * @param last last day
 * @param keys the API keys used, the busiest first
 * @param networks the networks, the busiest first
 */
public record Flow(
        Provenance provenance, int perDay, LocalDate first, LocalDate last, List<String> keys, List<Egress> networks) {

    /** A flow over the whole time. */
    public static Flow from(String region, int perDay) {
        return of(region, NetworkType.HOSTING, Agreement.CONFIRMED, perDay);
    }

    public static Flow of(String region, NetworkType type, Agreement agreement, int perDay) {
        return new Flow(
                new Provenance(new Region(region), type, agreement),
                perDay,
                LocalDate.MIN,
                LocalDate.MAX,
                List.of("key-live-1"),
                List.of());
    }

    public Flow between(LocalDate from, LocalDate to) {
        return new Flow(provenance, perDay, from, to, keys, networks);
    }

    public Flow with(String... apiKeys) {
        return new Flow(provenance, perDay, first, last, List.of(apiKeys), networks);
    }

    public Flow over(Egress... egresses) {
        return new Flow(provenance, perDay, first, last, keys, List.of(egresses));
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The tally of a day, the same for the same chance. */
    Tally tally(LocalDate day, Random chance) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        long requests = Math.max(1, Math.round(perDay * (weekend ? 0.35 : 1) * (0.8 + 0.4 * chance.nextDouble())));
        long morning =
                day.atTime(7, chance.nextInt(60)).toInstant(ZoneOffset.UTC).toEpochMilli();
        long evening =
                day.atTime(19, chance.nextInt(60)).toInstant(ZoneOffset.UTC).toEpochMilli();
        Tally tally = new Tally();
        tally.count(requests, requests / 50, morning, evening);
        long admitted = tally.admitted();
        share(keys, admitted, (key, count) -> tally.keys().add(key, count));
        share(networks, admitted, (network, count) -> tally.networks().add(network, count));
        for (long i = 0; i < Math.min(20, admitted); i++) {
            tally.addresses().add(provenance.hashCode() * 31L + chance.nextInt(40), 1);
        }
        return tally;
    }

    private interface Counting<T> {
        void count(T item, long count);
    }

    /** Gives each the half of what is left. */
    private static <T> void share(List<T> items, long total, Counting<T> counting) {
        long left = total;
        for (int i = 0; i < items.size() && left > 0; i++) {
            long part = i == items.size() - 1 ? left : (left + 1) / 2;
            counting.count(items.get(i), part);
            left -= part;
        }
    }
}
