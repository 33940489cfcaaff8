/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import io.whence.domain.origin.NetworkType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What simple rules would have said of the same traffic. */
public final class Baselines {

    /** A warning at any successful request from an unsupported region. */
    public static final String ANY_REQUEST = "B1 any request";

    private static final double SHARE = 0.05;
    private static final double VPN_SHARE = 0.2;
    private static final int TRAVELS = 3;
    private static final double KM_PER_HOUR = 900;
    private static final double EARTH_RADIUS_KM = 6371;
    private static final int ENOUGH = 20;

    private final Map<String, Count> counts = new HashMap<>();

    /**
     * A successful request.
     *
     * @param at when
     * @param unsupported whether the databases place it in an unsupported region
     * @param network the kind of network it came out of
     * @param latitude degrees north
     * @param longitude degrees east
     */
    public record Seen(Instant at, boolean unsupported, NetworkType network, double latitude, double longitude) {}

    private static final class Count {
        private long requests;
        private long unsupported;
        private long vpn;
        private int travels;
        private @Nullable LocalDate first;
        private @Nullable LocalDate firstOutsideHosting;
        private @Nullable LocalDate thirdTravel;
        private @Nullable LocalDate last;
        private @Nullable Seen before;
    }

    /** Counts one request, in the order of the log. */
    public void count(String organizationId, Seen seen) {
        Count count = counts.computeIfAbsent(organizationId, each -> new Count());
        LocalDate day = LocalDate.ofInstant(seen.at(), ZoneOffset.UTC);
        count.requests++;
        count.last = day;
        if (seen.unsupported()) {
            count.unsupported++;
            count.first = count.first == null ? day : count.first;
            boolean machine =
                    seen.network() == NetworkType.HOSTING || seen.network().placedByProvider();
            count.firstOutsideHosting = count.firstOutsideHosting == null && !machine ? day : count.firstOutsideHosting;
        }
        if (seen.network().anonymizes()) {
            count.vpn++;
            return; // rules on travel leave named VPNs out
        }
        if (count.before != null && travelled(count.before, seen)) {
            count.travels++;
            count.thirdTravel = count.travels == TRAVELS ? day : count.thirdTravel;
        }
        count.before = seen;
    }

    private static boolean travelled(Seen from, Seen to) {
        double hours = Math.abs(Duration.between(from.at(), to.at()).toMillis()) / 3_600_000.0;
        return kilometres(from, to) > KM_PER_HOUR * Math.max(hours, 1 / 60.0);
    }

    private static double kilometres(Seen from, Seen to) {
        double lat = Math.toRadians(to.latitude() - from.latitude());
        double lon = Math.toRadians(to.longitude() - from.longitude());
        double h = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** What each rule says of the organizations, by the name of the rule. */
    public Map<String, List<Outcome>> outcomes(List<Subject> subjects) {
        Map<String, List<Outcome>> all = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            Count count = counts.getOrDefault(subject.organizationId(), new Count());
            verdicts(count)
                    .forEach((rule, verdict) ->
                            all.computeIfAbsent(rule, each -> new ArrayList<>()).add(new Outcome(subject, verdict)));
        }
        return all;
    }

    private static Map<String, Verdict> verdicts(Count count) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        double share = count.requests == 0 ? 0 : (double) count.unsupported / count.requests;
        double vpn = count.requests == 0 ? 0 : (double) count.vpn / count.requests;
        verdicts.put(ANY_REQUEST, verdict(count.first, share));
        verdicts.put("B2 5 % of requests", verdict(share >= SHARE ? count.first : null, share));
        verdicts.put(
                "B3 20 % on VPN lists", verdict(vpn >= VPN_SHARE && count.requests >= ENOUGH ? count.last : null, vpn));
        verdicts.put("B4 any, no hosting or edge", verdict(count.firstOutsideHosting, share));
        verdicts.put("B5 three impossible travels", verdict(count.thirdTravel, 1 - 1.0 / (1 + count.travels)));
        return verdicts;
    }

    /** A rule that warns says so with certainty; below that, the more the likelier. */
    private static Verdict verdict(@Nullable LocalDate day, double score) {
        double probability = day == null ? score / 2 : (1 + score) / 2;
        return new Verdict(day, null, day == null ? null : "DIRECT", List.of(), Set.of(), null, List.of(probability));
    }
}
