/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.whence.domain.cases.RegionTotal;
import io.whence.query.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all organizations together sent, by region and day.
 *
 * @param from first of the days
 * @param to last of the days; open ones are counted as far as they have come
 * @param traffic in the order of days, the worst standing and most requests of each day first
 * @param organizations by region, how many organizations plainly sent something from there lately
 */
public record TotalsView(LocalDate from, LocalDate to, List<TotalView> traffic, Map<String, Integer> organizations) {

    /**
     * One region on one day, as far as it stands the same.
     *
     * @param day the UTC day
     * @param region ISO 3166 code; ZZ when not located
     * @param standing the worst that any policy in force on the day says of it
     * @param requests all requests, refused ones included
     * @param refused of these, requests refused with 401 or 403
     * @param organizations how many organizations sent them
     * @param hours admitted requests of each of the 24 hours; absent unless asked for
     */
    public record TotalView(
            LocalDate day,
            String region,
            String standing,
            long requests,
            long refused,
            long organizations,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Long> hours) {

        static TotalView of(RegionTotal total, boolean byHour) {
            return new TotalView(
                    total.day(),
                    total.region().code(),
                    total.standing().name(),
                    total.requests(),
                    total.refused(),
                    total.organizations(),
                    byHour ? total.hours() : null);
        }
    }

    /** The view of totals, by hour of the day as well if wanted. */
    public static TotalsView of(Totals found, boolean byHour) {
        Map<String, Integer> organizations = new TreeMap<>();
        found.organizations().forEach((region, count) -> organizations.put(region.code(), count));
        return new TotalsView(
                found.days().first(),
                found.days().last(),
                found.totals().stream()
                        .map(total -> TotalView.of(total, byHour))
                        .toList(),
                organizations);
    }
}
