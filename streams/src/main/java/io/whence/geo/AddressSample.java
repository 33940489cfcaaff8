/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Addresses to try a database on: always the same for the same database. */
final class AddressSample {

    /** One in a thousand moved addresses shows up as about 8. */
    private static final int SIZE = 8_192;

    private static final int IPV6_SIZE = 2_048;
    /** Trees up to this size are walked whole; a real City database has 4 million nodes. */
    private static final int SMALL_TREE = 65_536;

    private static final long SEED = 4_317;
    /** First bytes of the IPv6 blocks that the registries give addresses from (IANA, unicast assignments). */
    private static final int[] IPV6_BLOCKS = {0x20, 0x24, 0x26, 0x28, 0x2a, 0x2c};

    private AddressSample() {}

    static List<IpAddress> of(Database database) throws IOException {
        return database.nodeCount() <= SMALL_TREE ? database.firstAddresses() : random();
    }

    /** Of all addresses that registries give out. */
    static List<IpAddress> random() {
        var random = new SplittableRandom(SEED);
        var sample = new ArrayList<IpAddress>();
        while (sample.size() < SIZE - IPV6_SIZE) {
            addRoutable(IpAddress.ipv4(random.nextInt()), sample);
        }
        while (sample.size() < SIZE) {
            long block = IPV6_BLOCKS[random.nextInt(IPV6_BLOCKS.length)];
            addRoutable(IpAddress.ipv6(block << 56 | random.nextLong() >>> 8, random.nextLong()), sample);
        }
        return sample;
    }

    private static void addRoutable(IpAddress address, List<IpAddress> sample) {
        if (address.scope().routable()) {
            sample.add(address);
        }
    }
}
