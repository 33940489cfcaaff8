/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to say where an address is, from the bundled City and ASN databases of 2019: by the table, by the
 * sources it is made of, and by GeoIP2-java. Random addresses that can be routed, none twice in a row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class LocatorBenchmarks {

    private static final int ADDRESSES = 1 << 18;
    private static final long SEED = 20_191_119;

    /** First bits of blocks that registries give addresses from; what follows is random, so that many are in none. */
    private static final long[] IPV6_BLOCKS = {0x2001_0200L, 0x2400_0000L, 0x2600_0000L, 0x2a00_0000L};

    /** The family of the addresses. */
    @Param({"IPV4", "IPV6"})
    String family = "IPV4";

    private final IpAddress[] addresses = new IpAddress[ADDRESSES];
    private final InetAddress[] inets = new InetAddress[ADDRESSES];
    private final MaxMindLocator sources = locator();
    private final MaxMindLocator table = locator();
    private final DatabaseReader city = reader("/GeoLite2-City.mmdb");
    private final DatabaseReader asn = reader("/GeoLite2-ASN.mmdb");
    private int next;

    private static MaxMindLocator locator() {
        try {
            return new MaxMindLocator(GeoDatabases.open(GeoSources.bundled()));
        } catch (GeoSourceException notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    private static DatabaseReader reader(String resource) {
        try {
            byte[] content = GeoFile.bundled(resource).content();
            return new DatabaseReader.Builder(new ByteArrayInputStream(content)).build();
        } catch (GeoSourceException | IOException notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    /** Makes the table, which takes some 20 s, and the addresses. */
    @Setup
    public void fill() throws IOException {
        table.compile();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int number = 0; number < ADDRESSES; number++) {
            addresses[number] = address(random);
            inets[number] = InetAddress.getByAddress(addresses[number].toBytes());
        }
    }

    private IpAddress address(SplittableRandom random) {
        IpAddress address;
        do {
            long block = IPV6_BLOCKS[random.nextInt(IPV6_BLOCKS.length)];
            address = family.equals("IPV4")
                    ? IpAddress.ipv4(random.nextInt())
                    : IpAddress.ipv6(block << 32 | random.nextLong() >>> 39 << 16, random.nextLong());
        } while (!address.scope().routable());
        return address;
    }

    private int next() {
        next = next + 1 & ADDRESSES - 1;
        return next;
    }

    /** The table. */
    @Benchmark
    public Origin table() {
        return table.locate(addresses[next()]);
    }

    /** The sources that the table is made of. */
    @Benchmark
    public Origin sources() {
        return sources.locate(addresses[next()]);
    }

    /** City and ASN by MaxMind's library; the lists and the rules are not in it. */
    @Benchmark
    public void geoip2(Blackhole sink) throws IOException, GeoIp2Exception {
        InetAddress address = inets[next()];
        sink.consume(city.tryCity(address));
        sink.consume(asn.tryAsn(address));
    }
}
