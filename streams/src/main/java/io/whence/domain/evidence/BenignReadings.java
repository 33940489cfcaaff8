/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.CountedSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What explains direct requests without anybody to blame: a journey, the organization's own users, a stolen key, a
 * database that is wrong. Each takes back what the requests weigh, as far as it explains them.
 */
final class BenignReadings {

    private static final long LEAST_MEASURED = 5;

    /** Unsupported regions in which global clouds and platforms have data centres. */
    private static final Set<String> GLOBAL_CLOUDS = Set.of("HK");

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
                    "used one key from one place, while it went on being used from supported regions: somebody else may"
                            + " have it.");
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
        return finding(
                use,
                "JOURNEY",
                use.weight() - left,
                "Requests from " + use.region() + " are one run of " + EvidenceWindow.days(use.span()) + " beside "
                        + EvidenceWindow.days(use.atHome()) + " at home, as on a journey.");
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

    /** There is a life at home, before or after, on lines that people have there and that nobody else rents out. */
    private boolean looksLikeAJourney(DirectUse use) {
        return use.atHome() >= model.of(Weight.HOME_DAYS)
                && use.span() <= model.of(Weight.JOURNEY_SPAN)
                && (use.onlyLogIns() || use.longestPause() <= model.of(Weight.JOURNEY_PAUSE))
                && use.personal() >= model.of(Weight.JOURNEY_HOME_SHARE)
                && use.hiddenDays().isEmpty()
                && new Gaps(window).days().isEmpty();
    }

    /** Global platforms start functions in Hong Kong when it is near; whoever does so is elsewhere himself. */
    private boolean looksLikeAPlatform(DirectUse use) {
        return GLOBAL_CLOUDS.contains(use.region().code())
                && use.nearlyAll(NetworkType.HOSTING)
                && (use.share() < model.of(Weight.PLATFORM_SHARE) || noUnsupportedLogIns());
    }

    private boolean noUnsupportedLogIns() {
        for (CountedSample.Counted<String> logIns : window.together().consoles().inHashOrder()) {
            if (window.unsupported(new Region(logIns.item()))) {
                return false;
            }
        }
        return true;
    }

    /** Users who ask themselves come from many networks; those of a service that asks for them come from its own. */
    private boolean looksLikeEndUsers(DirectUse use) {
        return use.share() < model.of(Weight.END_USERS_SHARE)
                && new Gaps(window).days().isEmpty()
                && (manyUsersADay() || manyUsersInAll(use));
    }

    private boolean manyUsersADay() {
        double networks = median(day -> day.networks().distinct());
        double users = median(day -> day.endUsers().distinct());
        return networks >= model.of(Weight.END_USER_NETWORKS_ALONE)
                || networks >= model.of(Weight.END_USER_NETWORKS) && users >= model.of(Weight.END_USERS);
    }

    /** A small application has few users a day and as many in all; they ask over their own lines. */
    private boolean manyUsersInAll(DirectUse use) {
        EvidenceDay all = window.together();
        return use.personal() >= model.of(Weight.END_USERS_PERSONAL)
                && all.networks().distinct() >= model.of(Weight.END_USER_NETWORKS_OF_WINDOW)
                && all.endUsers().distinct() >= model.of(Weight.END_USERS_OF_WINDOW);
    }

    private double median(java.util.function.ToLongFunction<EvidenceDay> count) {
        long[] counts =
                window.days().values().stream().mapToLong(count).sorted().toArray();
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    /**
     * Somebody else uses a key from there, on whatever days: with software of his own, or from one network while the
     * organization goes on at home and at work. Whoever hides has one software, and a machine elsewhere.
     */
    private boolean looksLikeAnotherCallersKey(DirectUse use) {
        if (use.share() >= model.of(Weight.COMPROMISE_SHARE)
                || use.span() > model.of(Weight.COMPROMISE_SPAN)
                || !use.hiddenDays().isEmpty()
                || use.ordinaryDays().size() < model.of(Weight.HOME_DAYS)) {
            return false;
        }
        Map<Long, Integer> there = clients(region -> region.equals(use.region()));
        Map<Long, Integer> elsewhere = clients(region -> !window.unsupported(region));
        boolean oneKey =
                new HashSet<>(there.values()).size() == 1 && elsewhere.values().containsAll(there.values());
        boolean apart = use.operators() == 1
                && use.personal() >= model.of(Weight.COMPROMISE_HOME_SHARE)
                && new Gaps(window).days().isEmpty();
        return oneKey && (apart || Collections.disjoint(there.keySet(), elsewhere.keySet()));
    }

    /** Clients that were seen in such regions, with the key of each. */
    private Map<Long, Integer> clients(Predicate<Region> where) {
        Map<Long, Integer> keys = new TreeMap<>();
        for (EvidenceDay day : window.days().values()) {
            SmallestHashes<Clients.Client> clients = day.clients().kept();
            for (int at = 0; at < clients.size(); at++) {
                Clients.Client client = clients.value(at);
                if (client.regions().stream().map(Region::new).anyMatch(where)) {
                    keys.put(clients.hash(at), client.key());
                }
            }
        }
        return keys;
    }

    private @Nullable Finding impossibleDelay(DirectUse use) {
        String region = use.region().code();
        long measured = 0;
        long impossible = 0;
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day : use.days()) {
            EvidenceDay facts = window.days().get(day);
            if (facts != null) {
                measured += facts.delays().measured().countOf(region);
                long here = facts.delays().impossible().countOf(region);
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
}
