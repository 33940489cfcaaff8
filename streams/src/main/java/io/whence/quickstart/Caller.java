/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.Channel;
import java.time.LocalDate;
import java.util.List;

/**
 * One stream of an organization's requests: who calls, from which networks, when and how often.
 *
 * @param name unique within the organization
 * @param pools pools of {@link SampleNetworks}; one named twice is used twice as often
 * @param rhythm over the day and week
 * @param perDay requests on an ordinary working day
 * @param keys how many API keys it uses
 * @param days the days it is active
 * @param change when it takes another address
 * @param channel the door it comes through
 * @param client software it calls with
 * @param header what it does with the forwarding header
 */
record Caller(
        String name,
        List<String> pools,
        Rhythm rhythm,
        double perDay,
        int keys,
        Days days,
        Change change,
        Channel channel,
        Client client,
        Header header) {

    Caller {
        pools = List.copyOf(pools);
    }

    /** When a caller takes another address. */
    enum Change {
        PER_KEY,
        PER_HOUR,
        PER_REQUEST
    }

    /** Software that calls. */
    enum Client {
        SDK,
        /** A bare HTTP client, as relays use. */
        RELAY,
        /** An app in the hands of end users. */
        APP,
        BROWSER
    }

    /** What stands in the forwarding header. */
    enum Header {
        NONE,
        /** Written by the caller itself, with an address of somebody else. */
        FORGED,
        /** Forged too, but the request passed the provider's proxy, which wrote the true address to its right. */
        FORGED_THEN_PROXIED
    }

    /**
     * UTC days on which a caller is active.
     *
     * @param first inclusive
     * @param last inclusive
     * @param every 1 for each day, 7 for each seventh
     */
    record Days(LocalDate first, LocalDate last, int every) {
        static Days always() {
            return new Days(DemoTraffic.FIRST_DAY, DemoTraffic.LAST_DAY, 1);
        }

        static Days between(String first, String last) {
            return new Days(LocalDate.parse(first), LocalDate.parse(last), 1);
        }

        static Days each(int every) {
            return new Days(DemoTraffic.FIRST_DAY, DemoTraffic.LAST_DAY, every);
        }

        List<LocalDate> toList() {
            return first.datesUntil(last.plusDays(1))
                    .filter(day -> (day.toEpochDay() - first.toEpochDay()) % every == 0)
                    .toList();
        }
    }

    /** A caller with one key and one address, every day. */
    static Caller of(String name, String pool, Rhythm rhythm, double perDay) {
        return new Caller(
                name,
                List.of(pool),
                rhythm,
                perDay,
                1,
                Days.always(),
                Change.PER_KEY,
                Channel.API,
                Client.SDK,
                Header.NONE);
    }

    Caller withPools(String... more) {
        return new Caller(name, List.of(more), rhythm, perDay, keys, days, change, channel, client, header);
    }

    Caller withKeys(int count) {
        return new Caller(name, pools, rhythm, perDay, count, days, change, channel, client, header);
    }

    Caller on(Days active) {
        return new Caller(name, pools, rhythm, perDay, keys, active, change, channel, client, header);
    }

    Caller changing(Change how) {
        return new Caller(name, pools, rhythm, perDay, keys, days, how, channel, client, header);
    }

    Caller logsIn() {
        return new Caller(name, pools, rhythm, perDay, 0, days, change, Channel.CONSOLE, Client.BROWSER, header);
    }

    Caller with(Client software) {
        return new Caller(name, pools, rhythm, perDay, keys, days, change, channel, software, header);
    }

    Caller with(Header forwarding) {
        return new Caller(name, pools, rhythm, perDay, keys, days, change, channel, client, forwarding);
    }
}
