/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a young organization is told of an exit that it used on a closed day. Others are pseudonyms.
 *
 * @param organizationId who is told
 * @param day the UTC day on which it used the exit
 * @param operator number of the autonomous system, or 0
 * @param companions who else used it in the week up to that day, by hash
 */
public record SharedExit(String organizationId, LocalDate day, long operator, List<Companion> companions) {

    /** Days up to the one asked about in which others count. */
    public static final int DAYS = 7;

    /**
     * More organizations in a week make an exit public: a cloud, a VPN, carrier-grade NAT, a campus. So large a crowd
     * says nothing of any of them (the limit of the pair evidence in the literature on shared addresses).
     */
    static final int CROWD = 50;

    /** On an exit of so few, also one that came at another time is told of, if it was somewhere directly. */
    static final int FEW = 3;

    /**
     * Another organization on the exit.
     *
     * @param organization its hash
     * @param mate whether it is as new as the one that is told, on an exit that is mostly used by such
     * @param regions codes of regions it was seen in directly
     */
    public record Companion(long organization, boolean mate, Collection<String> regions) {
        public Companion {
            regions = List.copyOf(regions);
        }
    }

    public SharedExit {
        companions = List.copyOf(companions);
    }

    /**
     * The answer to a question.
     *
     * @param asked the question
     * @param week what is known of the exit in the {@value #DAYS} days up to the one asked about
     * @return empty when there is nobody to tell of
     */
    public static Optional<SharedExit> of(ExitUse asked, Collection<ExitDay> week) {
        Map<Long, ExitAccount> users = new TreeMap<>(Long::compareUnsigned);
        long operator = 0;
        for (ExitDay day : week) {
            if (day.crowded()) {
                return Optional.empty();
            }
            operator = Math.max(operator, day.operator());
            day.users()
                    .forEach(
                            (user, account) -> users.merge(user, account, (one, other) -> other.seenIn(one.regions())));
        }
        if (users.size() > CROWD || !asked.account().youngOn(asked.day())) {
            return Optional.empty();
        }
        List<Companion> companions = companions(asked, users);
        return companions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SharedExit(asked.organizationId(), asked.day(), operator, companions));
    }

    private static List<Companion> companions(ExitUse asked, Map<Long, ExitAccount> users) {
        int all = users.size();
        users.remove(asked.pseudonym());
        users.values().removeIf(account -> account.family() == asked.account().family());
        long mates = users.values().stream().filter(asked.account()::cameWith).count();
        boolean theirs = 2 * (mates + 1) >= all;
        List<Companion> companions = new ArrayList<>();
        users.forEach((user, account) -> {
            boolean mate = theirs && asked.account().cameWith(account);
            if (mate || all <= FEW && !account.regions().isEmpty()) {
                companions.add(new Companion(user, mate, account.regions()));
            }
        });
        return companions;
    }
}
