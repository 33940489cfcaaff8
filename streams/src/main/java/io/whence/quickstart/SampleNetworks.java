/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Region;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The networks the sample traffic comes from, by the names its stories give them: {@code sample-networks.csv}. */
final class SampleNetworks {
    private static final String RESOURCE = "sample-networks.csv";
    private static final int COLUMNS = 8;
    private static final int ADDRESSES_APART = 256;

    private final Map<String, List<Place>> pools;

    private SampleNetworks(Map<String, List<Place>> pools) {
        this.pools = pools;
    }

    /**
     * One address and what is known of it.
     *
     * @param address in text
     * @param region the finest region that the bundled database gives
     * @param asn autonomous system number that the bundled database gives
     * @param edge IATA code of the provider's edge that its requests reach
     * @param rttMillis shortest round trip time from that edge, in milliseconds
     */
    record Place(String address, Region region, long asn, String edge, float rttMillis) {}

    static SampleNetworks load() {
        var pools = new TreeMap<String, List<Place>>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleNetworks.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("pool,"))
                    .forEach(line -> add(line.split(",", COLUMNS), pools));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return new SampleNetworks(pools);
    }

    /** The addresses of a pool, in the order of the file; never empty. */
    List<Place> pool(String name) {
        var places = pools.get(name);
        if (places == null) {
            throw new IllegalArgumentException(RESOURCE + ": no pool " + name);
        }
        return List.copyOf(places);
    }

    List<Place> all() {
        return pools.values().stream().flatMap(List::stream).toList();
    }

    private static void add(String[] columns, Map<String, List<Place>> pools) {
        var pool = pools.computeIfAbsent(columns[0], name -> new ArrayList<>());
        var network = Cidr.parse(columns[1]).network();
        var addresses = Integer.parseInt(columns[2]);
        for (int index = 0; index < addresses; index++) {
            pool.add(new Place(
                    address(network, index),
                    new Region(columns[3]),
                    Long.parseLong(columns[4]),
                    columns[5],
                    Float.parseFloat(columns[6])));
        }
    }

    /** The first usable address of the network's n-th /24. */
    private static String address(IpAddress network, int index) {
        var octets = network.toString().split("\\.", 4);
        var start = Integer.parseInt(octets[1]) * ADDRESSES_APART + Integer.parseInt(octets[2]) + index;
        return octets[0] + "." + start / ADDRESSES_APART + "." + start % ADDRESSES_APART + ".1";
    }
}
