/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.access.IpAddress;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Requests to measure with, the same each time: every organization has a few addresses of its own, anywhere in the
 * routable IPv4 space, two of which it uses most, three keys and one program. About 230 bytes each on the topic.
 */
final class BenchTraffic {

    /** A Tuesday noon on which the built-in policies are in force. */
    private static final Instant START = Instant.parse("2024-09-10T12:00:00Z");

    private static final int ADDRESSES = 8;
    private static final int KEYS = 3;
    private static final long SEED = 20_240_709;

    private final BenchPlan plan;
    private final SplittableRandom dice = new SplittableRandom(SEED);

    BenchTraffic(BenchPlan plan) {
        this.plan = plan;
    }

    /** The request of that number; to be asked for in order. */
    AccessEvent event(long number) {
        int organization = plan.skew().organization(dice, plan.organizations());
        int choice = dice.nextInt(100);
        int address = choice < 60 ? 0 : choice < 85 ? 1 : choice % ADDRESSES;
        long millis = Math.round(plan.spanMinutes() * 60_000.0 * number / plan.records());
        return new AccessEvent(
                "req-" + Long.toHexString(number + (1L << 40)),
                START.plusMillis(millis),
                "org-" + organization,
                null,
                "key-" + organization + "-" + choice % KEYS,
                Channel.API,
                address(organization, address),
                null,
                "POST",
                "/v1/chat/completions",
                200,
                "provider-sdk/1." + organization % 40 + " python/3.12",
                null,
                "t13d1516h2_8daaf6152771_" + Integer.toHexString(0x1000 + organization % 97),
                choice % 2 == 0 ? 20.5f + choice : null,
                choice % 2 == 0 ? 31.5f + choice : null,
                "FRA",
                null);
    }

    private static String address(int organization, int index) {
        SplittableRandom own = new SplittableRandom(SEED + (long) organization * ADDRESSES + index);
        IpAddress address;
        do {
            address = IpAddress.ipv4(own.nextInt());
        } while (!address.scope().routable());
        return address.toString();
    }
}
