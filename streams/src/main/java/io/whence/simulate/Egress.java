/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The way a crew's requests take at any moment. */
@FunctionalInterface
interface Egress {

    /**
     * When a request is made, and by which of the crew's programs.
     *
     * @param day days since the start of the run
     * @param hour 0 to 23, UTC
     * @param client number of the program
     * @param dice chance of the request
     */
    record Moment(int day, int hour, int client, Dice dice) {}

    Route route(Moment moment);

    /** Always one of these, each program its own. */
    static Egress each(List<Route> routes) {
        return moment -> routes.get(moment.client() % routes.size());
    }

    /** Any of these, request by request. */
    static Egress any(List<Route> routes) {
        return moment -> moment.dice().pick(routes);
    }

    /** One of these for some hours, then another. */
    static Egress sessions(List<Route> routes, int hours, long salt) {
        return moment -> {
            long session = (moment.day() * 24L + moment.hour()) / hours;
            return new Dice(salt, session, moment.client()).pick(routes);
        };
    }

    /** Some requests this way, the others that way. */
    static Egress mixed(double share, Egress some, Egress others) {
        return moment -> moment.dice().chance(share) ? some.route(moment) : others.route(moment);
    }

    /** On some days a share of the requests this way, all others that way. */
    static Egress onDays(Map<Integer, Double> shares, Egress some, Egress others) {
        return moment -> moment.dice().chance(shares.getOrDefault(moment.day(), 0.0))
                ? some.route(moment)
                : others.route(moment);
    }

    /** A line that its provider now and then gives another address of the same network. */
    static Egress line(Exit first, double change, int days, Dice dice) {
        List<Route> byDay = new ArrayList<>();
        Exit now = first;
        for (int day = 0; day <= days; day++) {
            if (dice.chance(change)) {
                String address = now.prefix().address(dice.from(2, 253)).toString();
                now = new Exit(address, now.prefix(), now.kind(), now.country(), now.point());
            }
            byDay.add(Route.direct(now));
        }
        return moment -> byDay.get(Math.min(moment.day(), days));
    }
}
