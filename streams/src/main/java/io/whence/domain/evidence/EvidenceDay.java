/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.tally.CountedSample;
import io.whence.domain.tally.Hash64;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one organization's UTC day that speak about a masked origin. Adding is commutative and two days add up,
 * so that neither the order of requests nor their division shows; every part is bounded, so that a flood of addresses,
 * keys or clients does not grow it beyond about three kilobytes.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
public final class EvidenceDay {

    /** Networks, of which so many are counted one by one; above, their number is an estimate within about 30 %. */
    public static final int NETWORKS = 16;

    /** End users, of whom so many are told apart exactly. */
    public static final int END_USERS = 32;

    /** Operators of networks. */
    public static final int OPERATORS = 8;

    /** Regions that log-ins come from. */
    public static final int REGIONS = 16;

    /** Kinds of network that log-ins come out of; there are no more. */
    public static final int KINDS = 16;

    /** Pairs of a region and the region that a forged header claims; regions whose delays are looked at. */
    public static final int PAIRS = 8;

    private final long[] hours = new long[24];
    private final ActiveTimes times = new ActiveTimes();
    private final Sightings sightings = new Sightings();
    private final Clients clients = new Clients();
    private final Delays delays = new Delays();
    private final CountedSample<Long> networks = new CountedSample<>(NETWORKS, Long::longValue);
    private final CountedSample<Long> operators = new CountedSample<>(OPERATORS, Hash64::of);
    private final CountedSample<Long> endUsers = new CountedSample<>(END_USERS, Long::longValue);
    private final CountedSample<String> consoles = new CountedSample<>(REGIONS, Hash64::of);
    private final CountedSample<String> logIns = new CountedSample<>(KINDS, Hash64::of);
    private final CountedSample<String> forged = new CountedSample<>(PAIRS, Hash64::of);

    /** Adds the facts of another part of the same day. */
    public void addAll(EvidenceDay other) {
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] += other.hours[hour];
        }
        times.addAll(other.times);
        sightings.addAll(other.sightings);
        clients.addAll(other.clients);
        delays.addAll(other.delays);
        networks.addAll(other.networks);
        operators.addAll(other.operators);
        endUsers.addAll(other.endUsers);
        consoles.addAll(other.consoles);
        logIns.addAll(other.logIns);
        forged.addAll(other.forged);
    }

    /** Admitted API requests by UTC hour; live, for adding to. */
    public long[] hours() {
        return hours;
    }

    /** Admitted API requests. */
    public long requests() {
        return Arrays.stream(hours).sum();
    }

    /** When which kind of network was in use. */
    public ActiveTimes times() {
        return times;
    }

    /** Where clients were seen at the same time. */
    public Sightings sightings() {
        return sightings;
    }

    /** From which regions which client software asked. */
    public Clients clients() {
        return clients;
    }

    /** What the measured delays say. */
    public Delays delays() {
        return delays;
    }

    /** Hashes of masked networks. */
    public CountedSample<Long> networks() {
        return networks;
    }

    /** Numbers of autonomous systems. */
    public CountedSample<Long> operators() {
        return operators;
    }

    /** Hashes of the organization's own end users. */
    public CountedSample<Long> endUsers() {
        return endUsers;
    }

    /** Codes of the regions that console log-ins came from, where neither an anonymizer nor a dispute hides it. */
    public CountedSample<String> consoles() {
        return consoles;
    }

    /** Names of the kinds of network that console log-ins came out of, hidden ones included. */
    public CountedSample<String> logIns() {
        return logIns;
    }

    /** Where requests came from and where a header that nobody vouches for says they did, as {@code CN>US}. */
    public CountedSample<String> forged() {
        return forged;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EvidenceDay that
                && Arrays.equals(hours, that.hours)
                && times.equals(that.times)
                && sightings.equals(that.sightings)
                && clients.equals(that.clients)
                && delays.equals(that.delays)
                && networks.equals(that.networks)
                && operators.equals(that.operators)
                && endUsers.equals(that.endUsers)
                && consoles.equals(that.consoles)
                && logIns.equals(that.logIns)
                && forged.equals(that.forged);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hours);
    }

    @Override
    public String toString() {
        return "EvidenceDay" + Arrays.toString(hours);
    }
}
