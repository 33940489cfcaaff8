/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value for each of many networks; the longest network that holds an address decides. Built once, immutable. */
final class PrefixTable<V> {

    private final AddressRanges<V> ipv4;
    private final AddressRanges<V> ipv6;

    private PrefixTable(AddressRanges<V> ipv4, AddressRanges<V> ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    static <V> PrefixTable<V> of(Map<Cidr, V> networks) {
        return new PrefixTable<>(
                ranges(networks, network -> network.network().isIpv4()),
                ranges(networks, network -> !network.network().isIpv4()));
    }

    private static <V> AddressRanges<V> ranges(Map<Cidr, V> networks, Predicate<Cidr> family) {
        return AddressRanges.of(networks.entrySet().stream()
                .filter(network -> family.test(network.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toList()));
    }

    /** The value of the longest network that holds the address, or null when none does. */
    @Nullable V find(IpAddress address) {
        return (address.isIpv4() ? ipv4 : ipv6).find(address.high(), address.low());
    }

    /** The next address behind this one, of its family, that may have another value; null when there is none. */
    @Nullable IpAddress nextStart(IpAddress address) {
        return (address.isIpv4() ? ipv4 : ipv6).nextStart(address.high(), address.low());
    }
}
