/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All network lists: those of the operator's folder, and the bundled table of well-known networks; immutable.
 *
 * @param lists the lists, the operator's first
 */
record NetworkLists(List<NetworkList> lists) {

    private static final String WELL_KNOWN = "/io/whence/geo/well-known-networks.csv";

    /** The build of the GeoLite2-ASN that its lines were taken from. */
    private static final Instant WELL_KNOWN_BUILT_AT = Instant.parse("2019-11-18T22:24:07Z");

    NetworkLists {
        lists = List.copyOf(lists);
    }

    /** The bundled table alone. */
    static NetworkLists bundled() throws GeoSourceException {
        var name = new ListName("well-known-networks", NetworkType.UNKNOWN, null, true);
        return new NetworkLists(
                List.of(NetworkListReader.read(GeoFile.bundled(WELL_KNOWN, WELL_KNOWN_BUILT_AT), name)));
    }

    /** Every list of a folder, and the bundled table; one bad list refuses all. */
    static NetworkLists read(Path folder) throws GeoSourceException {
        var lists = new ArrayList<NetworkList>();
        for (var file : files(folder)) {
            var fileName = String.valueOf(file.getFileName());
            var name = ListName.of(fileName)
                    .orElseThrow(() -> new GeoSourceException(
                            file.toString(),
                            "its name does not say what it lists; one of its words must be one of "
                                    + ListName.accepted()));
            lists.add(NetworkListReader.read(GeoFile.read(file), name));
        }
        if (lists.isEmpty()) {
            throw new GeoSourceException(folder.toString(), "holds no network list; leave --networks out for none");
        }
        lists.addAll(bundled().lists());
        return new NetworkLists(lists);
    }

    /** The list files of a folder, by name. */
    static List<Path> files(Path folder) throws GeoSourceException {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !ListName.ignores(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new GeoSourceException(folder.toString(), "cannot be read as a folder; check the path", unreadable);
        }
    }

    /** What the lists say about an address and its operator. */
    List<NetworkClaim> claims(IpAddress address, @Nullable AutonomousSystem operator) {
        var claims = new ArrayList<NetworkClaim>();
        lists.forEach(list -> list.claim(address, operator, claims));
        return claims;
    }

    /** The next address behind this one, of its family, that a list may say something else of; null for none. */
    @Nullable IpAddress nextStart(IpAddress address) {
        IpAddress next = null;
        for (var list : lists) {
            next = OriginSweep.earlier(next, list.prefixes().nextStart(address));
        }
        return next;
    }

    /** Entries of all lists. */
    int size() {
        return lists.stream().mapToInt(NetworkList::size).sum();
    }

    List<DatabaseBuild> builds() {
        return lists.stream().map(NetworkList::build).toList();
    }
}
