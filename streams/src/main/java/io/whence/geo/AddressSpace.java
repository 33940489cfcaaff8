/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IPv4 prefixes of the databases by place and operator, for those who make up traffic that could be real. */
public final class AddressSpace {

    private static final int PREFIX = 24;

    private AddressSpace() {}

    /**
     * A sample of the /24 prefixes that have a country, a point and an operator: of each network of the ASN database as
     * many as asked for, evenly spread. The same databases give the same sample, in the order of the addresses.
     *
     * @param databases the databases and network lists to ask
     * @param perNetwork how many prefixes of a network are taken at most, unless its operator is asked for in full
     * @param perNetworkOf how many instead, by autonomous system number
     * @throws GeoSourceException when there is no ASN database, or one of the databases is damaged
     */
    public static List<PlacedPrefix> sample(GeoDatabases databases, int perNetwork, Map<Long, Integer> perNetworkOf)
            throws GeoSourceException {
        var operators = databases
                .database(DatabaseKind.ASN)
                .orElseThrow(() -> new GeoSourceException("--asn", "is needed to make up traffic"));
        try {
            var sample = new ArrayList<PlacedPrefix>();
            for (var network : operators.ipv4Networks()) {
                var operator = operators.find(network.network(), Records.Operator.class);
                Long number = operator == null ? null : operator.number();
                int wanted = number == null ? 0 : perNetworkOf.getOrDefault(number, perNetwork);
                add(network, wanted, databases, sample);
            }
            return sample;
        } catch (IOException damaged) {
            throw new GeoSourceException(operators.file(), "is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static void add(Cidr network, int wanted, GeoDatabases databases, List<PlacedPrefix> sample)
            throws IOException {
        if (network.prefixLength() > PREFIX) {
            return;
        }
        int prefixes = 1 << PREFIX - network.prefixLength();
        int taken = Math.min(wanted, prefixes);
        for (int i = 0; i < taken; i++) {
            int offset = (int) ((long) prefixes * i / taken);
            int bits = network.network().ipv4Bits() + (offset << Integer.SIZE - PREFIX);
            place(IpAddress.ipv4(bits), databases).ifPresent(sample::add);
        }
    }

    /**
     * The /24 of an address with the country, point and operator of the address itself; empty when one of the three is
     * unknown, and for IPv6.
     *
     * @throws IOException when a database is damaged
     */
    public static Optional<PlacedPrefix> place(IpAddress address, GeoDatabases databases) throws IOException {
        if (!address.isIpv4() || !address.scope().routable()) {
            return Optional.empty();
        }
        Origin origin = Judgement.of(databases.ask(address), databases).origin();
        var city = databases.database(DatabaseKind.CITY);
        Records.Spot spot = city.isEmpty() ? null : city.get().find(address, Records.Spot.class);
        var point = spot == null ? null : spot.location();
        if (origin.region().isUnknown() || origin.autonomousSystem() == null || point == null) {
            return Optional.empty();
        }
        var latitude = point.latitude();
        var longitude = point.longitude();
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new PlacedPrefix(Cidr.around(address, PREFIX), origin, latitude, longitude));
    }
}
