/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.CountedSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What explains direct requests without anybody to blame: a journey, the organization's own users, a stolen key, a
 * database that is wrong. Each takes back what the requests weigh, as far as it explains them.
 */
final class BenignReadings {

    /** The longest run that Microsoft, Panther and Elastic treat as travel. */
    private static final int JOURNEY_SPAN = 8;

    private static final int JOURNEY_PAUSE = 2;

    /** Before a journey there is a life at home. */
    private static final int HISTORY_DAYS = 7;

    /** From so many distinct end users or networks a day on, requests are where users are. */
    private static final double MANY_USERS = 60;

    private static final double MANY_NETWORKS = 40;

    private static final double USERS_SHARE = 0.2;

    /** A key that was reported can be replaced in three weeks. */
    private static final int COMPROMISE_SPAN = 21;

    private static final double COMPROMISE_SHARE = 0.5;
    private static final long LEAST_MEASURED = 5;

    /** Unsupported regions in which global clouds and platforms have data centres. */
    private static final Set<String> GLOBAL_CLOUDS = Set.of("HK");

    private static final double PLATFORM_SHARE = 0.5;
    private static final long LEAST_LOG_INS = 3;

    private final EvidenceWindow window;
    private final EvidenceModel model;

    BenignReadings(EvidenceWindow window, EvidenceModel model) {
        this.window = window;
        this.model = model;
    }

    /** The strongest of the explanations, and none when nothing explains the requests. */
    @Nullable Finding of(DirectUse use) {
        if (use.nearlyAll(NetworkType.SATELLITE)) {
            return whole(use, "SATELLITE", "came by satellite, whose ground stations are not where its users are.");
        }
        if (looksLikeAPlatform(use)) {
            return whole(
                    use,
                    "PLATFORM_LIKELY",
                    "came out of data centres only, in which a platform may have chosen to run them.");
        }
        if (looksLikeAnotherCallersKey(use)) {
            return whole(
                    use,
                    "KEY_COMPROMISE_SUSPECTED",
                    "used one key with software that is seen nowhere else, while the key went on being used from"
                            + " supported regions: somebody else may have it.");
        }
        if (looksLikeEndUsers(use)) {
            return endUsers(use);
        }
        Finding delay = impossibleDelay(use);
        return delay == null && looksLikeAJourney(use) ? journey(use) : delay;
    }

    private static Finding whole(DirectUse use, String code, String sentence) {
        return finding(use, code, use.weight(), "Requests from " + use.region() + " " + sentence);
    }

    private static Finding endUsers(DirectUse use) {
        return finding(
                use,
                "END_USERS",
                use.weight(),
                String.format(
                        Locale.ROOT,
                        "Requests from %s are %.1f %% of those of very many users and networks, and may be users'.",
                        use.region(),
                        100 * use.share()));
    }

    private Finding journey(DirectUse use) {
        double left = Math.min(model.of(Weight.JOURNEY_PER_DAY) * use.days().size(), model.of(Weight.JOURNEY_AT_MOST));
        int before = use.ordinaryDays().headSet(use.days().first()).size();
        return finding(
                use,
                "JOURNEY",
                use.weight() - left,
                "Requests from " + use.region() + " are one run of " + EvidenceWindow.days(use.span()) + " after "
                        + EvidenceWindow.days(before) + " at home, as on a journey.");
    }

    private static Finding finding(DirectUse use, String code, double takenBack, String sentence) {
        double weight = -Math.max(0, takenBack);
        return EvidenceWindow.finding(
                code + "_" + use.region().code().replace('-', '_'),
                Family.DIRECT_EGRESS,
                weight,
                List.copyOf(use.days()),
                sentence);
    }

    private static boolean looksLikeAJourney(DirectUse use) {
        SortedSet<LocalDate> before = use.ordinaryDays().headSet(use.days().first());
        return before.size() >= HISTORY_DAYS
                && use.span() <= JOURNEY_SPAN
                && use.longestPause() <= JOURNEY_PAUSE
                && use.hiddenDays().isEmpty();
    }

    /** Global platforms start functions in Hong Kong when it is near; whoever does so runs them elsewhere as well. */
    private boolean looksLikeAPlatform(DirectUse use) {
        return GLOBAL_CLOUDS.contains(use.region().code())
                && use.nearlyAll(NetworkType.HOSTING)
                && (use.share() < PLATFORM_SHARE || onlySupportedLogIns());
    }

    private boolean onlySupportedLogIns() {
        long supported = 0;
        for (CountedSample.Counted<String> logIns : window.together().consoles().inHashOrder()) {
            if (window.unsupported(new Region(logIns.item()))) {
                return false;
            }
            supported += logIns.count();
        }
        return supported >= LEAST_LOG_INS;
    }

    private boolean looksLikeEndUsers(DirectUse use) {
        return use.share() < USERS_SHARE
                && (median(day -> day.endUsers().distinct()) >= MANY_USERS
                        || median(day -> day.networks().distinct()) >= MANY_NETWORKS);
    }

    private double median(java.util.function.ToLongFunction<EvidenceDay> count) {
        long[] counts =
                window.days().values().stream().mapToLong(count).sorted().toArray();
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    private boolean looksLikeAnotherCallersKey(DirectUse use) {
        String region = use.region().code();
        Set<Integer> keysThere = new HashSet<>();
        Set<Integer> keysElsewhere = new HashSet<>();
        for (EvidenceDay day : window.days().values()) {
            for (Clients.Client client : day.clients().kept().values()) {
                boolean there = client.regions().contains(region);
                if (there && client.regions().size() > 1) {
                    return false;
                }
                (there ? keysThere : keysElsewhere).add(client.key());
            }
        }
        return keysThere.size() == 1
                && keysElsewhere.containsAll(keysThere)
                && use.share() < COMPROMISE_SHARE
                && use.span() <= COMPROMISE_SPAN
                && use.hiddenDays().isEmpty()
                && use.ordinaryDays().headSet(use.days().first()).size() >= HISTORY_DAYS
                && !clientsSeenThereBefore(use)
                && use.ordinaryDays().containsAll(workdays(use));
    }

    /** The same software was seen there and elsewhere, on whatever days. */
    private boolean clientsSeenThereBefore(DirectUse use) {
        String region = use.region().code();
        Set<Long> there = new HashSet<>();
        Set<Long> elsewhere = new HashSet<>();
        for (EvidenceDay day : window.days().values()) {
            day.clients()
                    .kept()
                    .forEach((hash, client) -> (client.regions().contains(region) ? there : elsewhere).add(hash));
        }
        there.retainAll(elsewhere);
        return !there.isEmpty();
    }

    /** On workdays the organization went on as before. */
    private static List<LocalDate> workdays(DirectUse use) {
        List<LocalDate> workdays = new ArrayList<>();
        for (LocalDate day : use.days()) {
            if (day.getDayOfWeek().getValue() <= 5) {
                workdays.add(day);
            }
        }
        return workdays;
    }

    private @Nullable Finding impossibleDelay(DirectUse use) {
        String region = use.region().code();
        long measured = 0;
        long impossible = 0;
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day : use.days()) {
            EvidenceDay facts = window.days().get(day);
            if (facts != null) {
                measured += countOf(facts.delays().measured(), region);
                long here = countOf(facts.delays().impossible(), region);
                impossible += here;
                if (here > 0) {
                    days.add(day);
                }
            }
        }
        if (measured < LEAST_MEASURED || impossible * 2 < measured) {
            return null;
        }
        double takenBack = Math.max(model.of(Weight.IMPOSSIBLE_DELAY_PER_DAY) * days.size(), -use.weight() - 6);
        return EvidenceWindow.finding(
                "IMPOSSIBLE_DELAY_" + region.replace('-', '_'),
                Family.DIRECT_EGRESS,
                takenBack,
                days,
                impossible + " of " + measured + " measured answers came back faster than light in fibre could have"
                        + " been to " + region + " and back: the database is wrong about these networks.");
    }

    private static long countOf(CountedSample<String> sample, String item) {
        for (CountedSample.Counted<String> counted : sample.inHashOrder()) {
            if (counted.item().equals(item)) {
                return counted.count();
            }
        }
        return 0;
    }
}
