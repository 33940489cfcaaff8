/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one set of databases and lists to every address, found beforehand: one search in memory instead of a
 * walk through each source, and no garbage, since addresses of equal origin share one. Immutable.
 *
 * <p>It holds all of IPv4, and of IPv6 what registries give addresses from (2000::/3, IANA) without Teredo and 6to4,
 * under which databases repeat all of IPv4.
 */
final class OriginTable {

    private static final int GLOBAL_UNICAST_BITS = 3;

    /** Of IPv4: 65,536. */
    private static final OriginRanges.Buckets IPV4_BUCKETS = new OriginRanges.Buckets(0, 16);

    /** Of IPv6: a million, behind the bits that all addresses share. */
    private static final OriginRanges.Buckets IPV6_BUCKETS = new OriginRanges.Buckets(GLOBAL_UNICAST_BITS, 20);

    private static final long GLOBAL_UNICAST = 1;

    private static final IpAddress FIRST_IPV4 = IpAddress.ipv4(0);
    private static final IpAddress FIRST_IPV6 = IpAddress.ipv6(0x2000_0000_0000_0000L, 0);
    private static final IpAddress TEREDO = IpAddress.ipv6(0x2001_0000_0000_0000L, 0);
    private static final IpAddress AFTER_TEREDO = IpAddress.ipv6(0x2001_0001_0000_0000L, 0);
    private static final IpAddress SIX_TO_FOUR = IpAddress.ipv6(0x2002_0000_0000_0000L, 0);
    private static final IpAddress AFTER_SIX_TO_FOUR = IpAddress.ipv6(0x2003_0000_0000_0000L, 0);
    private static final IpAddress AFTER_IPV6 = IpAddress.ipv6(0x4000_0000_0000_0000L, 0);

    private final OriginRanges ipv4;
    private final OriginRanges ipv6;

    private OriginTable(OriginRanges ipv4, OriginRanges ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /**
     * Asks the databases and lists once for each range of addresses that they answer alike.
     *
     * @throws IOException or anything else when a database is damaged
     */
    static OriginTable of(GeoDatabases databases) throws IOException {
        var sweep = new OriginSweep(databases);
        var ipv4 = new OriginRanges.Builder(IPV4_BUCKETS);
        sweep.over(FIRST_IPV4, null, (at, origin) -> ipv4.start(ipv4Key(at), 0, origin));
        var ipv6 = new OriginRanges.Builder(IPV6_BUCKETS);
        OriginSweep.Ranges to = (at, origin) -> ipv6.start(at.high(), at.low(), origin);
        sweep.over(FIRST_IPV6, TEREDO, to);
        to.start(TEREDO, null);
        sweep.over(AFTER_TEREDO, SIX_TO_FOUR, to);
        to.start(SIX_TO_FOUR, null);
        sweep.over(AFTER_SIX_TO_FOUR, AFTER_IPV6, to);
        return new OriginTable(ipv4.build(), ipv6.build());
    }

    /** Reads the ranges of both families, in the order of {@link #families}. */
    static OriginTable read(ByteBuffer in, IntFunction<@Nullable Origin> numbered) {
        var ipv4 = OriginRanges.read(in, IPV4_BUCKETS, numbered);
        return new OriginTable(ipv4, OriginRanges.read(in, IPV6_BUCKETS, numbered));
    }

    /** The ranges of IPv4, then those of IPv6. */
    List<OriginRanges> families() {
        return List.of(ipv4, ipv6);
    }

    /** What the databases and lists say of an address that can be routed; null where the table does not reach. */
    @Nullable Origin find(IpAddress address) {
        if (address.isIpv4()) {
            return ipv4.find(ipv4Key(address), 0);
        }
        boolean globalUnicast = address.high() >>> Long.SIZE - GLOBAL_UNICAST_BITS == GLOBAL_UNICAST;
        return globalUnicast ? ipv6.find(address.high(), address.low()) : null;
    }

    private static long ipv4Key(IpAddress address) {
        return address.low() << Integer.SIZE;
    }

    /** Ranges of both families. */
    int size() {
        return ipv4.size() + ipv6.size();
    }
}
