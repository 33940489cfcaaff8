/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import com.maxmind.db.CHMCache;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Reader;
import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.DatabaseBuild;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One MaxMind DB file, held in memory; immutable. */
final class Database {

    /** The last instant that everybody who formats one can take; stands for any later build epoch. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final DatabaseKind kind;
    private final String file;
    private final DatabaseBuild build;
    private final Reader reader;

    private Database(DatabaseKind kind, GeoFile file, Reader reader) {
        var metadata = reader.getMetadata();
        this.kind = kind;
        this.file = file.name();
        this.reader = reader;
        var type = Objects.requireNonNull(metadata.databaseType(), "database_type");
        this.build = new DatabaseBuild(type, instant(metadata.buildEpoch()), file.sha256());
    }

    /** Opens a file for a part; refuses what is no database, or one that cannot play the part. */
    @SuppressWarnings("IllegalCatch") // the reader answers damaged files with a dozen unchecked types
    static Database open(DatabaseKind kind, GeoFile file) throws GeoSourceException {
        Database database;
        try {
            var stream = new ByteArrayInputStream(file.content());
            database = new Database(kind, file, new Reader(stream, new CHMCache()));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw new GeoSourceException(file.name(), whatItIs(file.content()), broken);
        }
        if (!kind.accepts(database.type())) {
            throw new GeoSourceException(
                    file.name(),
                    "is a " + database.type() + " database, but " + kind.option() + " needs " + kind.expected());
        }
        return database;
    }

    DatabaseKind kind() {
        return kind;
    }

    String file() {
        return file;
    }

    DatabaseBuild build() {
        return build;
    }

    /** The {@code database_type} its publisher gave it. */
    String type() {
        return build.source();
    }

    /** Whether it covers IPv6; IPv4 it always does. */
    boolean coversIpv6() {
        return reader.getMetadata().ipVersion() == 6;
    }

    /** Nodes of its search tree, which grow with the number of networks. */
    long nodeCount() {
        return reader.getMetadata().nodeCount();
    }

    /** The record of an address, or null when it has none; throws anything on a damaged database. */
    <T> @Nullable T find(IpAddress address, Class<T> form) throws IOException {
        if (!address.isIpv4() && !coversIpv6()) {
            return null;
        }
        return reader.get(InetAddress.getByAddress(address.toBytes()), form);
    }

    /**
     * The record of a network.
     *
     * @param record the record, or null when there is none
     * @param next the first address behind the network, or null when it reaches the end of the family
     */
    record Found<T>(@Nullable T record, @Nullable IpAddress next) {}

    /** The record of an address, and how far it holds; throws anything on a damaged database. */
    <T> Found<T> findNetwork(IpAddress address, Class<T> form) throws IOException {
        if (!address.isIpv4() && !coversIpv6()) {
            return new Found<>(null, null);
        }
        var found = reader.getRecord(InetAddress.getByAddress(address.toBytes()), form);
        var network = Cidr.around(address, found.network().prefixLength());
        return new Found<>(found.data(), network.next());
    }

    /** The first address of each of its networks, in order. Walks the whole tree and reads every record. */
    List<IpAddress> firstAddresses() throws IOException {
        var addresses = new ArrayList<IpAddress>();
        try {
            var networks = reader.networks(Object.class);
            while (networks.hasNext()) {
                addresses.add(address(networks.next().network().networkAddress().getAddress()));
            }
        } catch (InvalidNetworkException damaged) {
            throw new IOException(damaged);
        }
        return addresses;
    }

    /** Its IPv4 networks, in order. Walks the whole tree. */
    List<Cidr> ipv4Networks() throws IOException {
        var found = new ArrayList<Cidr>();
        try {
            var networks = reader.networks(Object.class);
            while (networks.hasNext()) {
                var network = networks.next().network();
                var bytes = network.networkAddress().getAddress();
                if (bytes.length > Integer.BYTES) {
                    break; // IPv4 comes first
                }
                found.add(new Cidr(address(bytes), network.prefixLength()));
            }
        } catch (InvalidNetworkException damaged) {
            throw new IOException(damaged);
        }
        return found;
    }

    private static IpAddress address(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return bytes.length == Integer.BYTES
                ? IpAddress.ipv4(buffer.getInt())
                : IpAddress.ipv6(buffer.getLong(), buffer.getLong());
    }

    /** The epoch is an unsigned 64-bit number of seconds. */
    private static Instant instant(BigInteger epoch) {
        return epoch.bitLength() > 62 || epoch.longValue() > END_OF_TIME.getEpochSecond()
                ? END_OF_TIME
                : Instant.ofEpochSecond(epoch.longValue());
    }

    private static String whatItIs(byte[] content) {
        var start = new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u001f\u008b") || start.startsWith("PK\u0003\u0004")) {
            return "is an archive; unpack it and name the .mmdb file inside";
        }
        if (start.stripLeading().startsWith("<")) {
            return "is a web page and not a database; the download failed, check its licence key";
        }
        return "is damaged or no MaxMind DB file; download it again";
    }
}
