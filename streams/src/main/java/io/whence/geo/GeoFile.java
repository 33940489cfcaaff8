/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The content of one geolocation file, read whole so that nothing that happens to the file later can reach a look-up.
 *
 * @param name path or resource name, for messages
 * @param content all bytes; never changed
 * @param sha256 checksum of the content, 64 lower-case hexadecimal digits
 * @param modified when the file was last modified, or the content of a bundled one made; {@link Instant#EPOCH} for a
 *     bundled one that says so itself
 */
@SuppressWarnings("ArrayRecordComponent")
record GeoFile(String name, byte[] content, String sha256, Instant modified) {

    private static final String SIDECAR = ".sha256";

    /** Reads a file and, when {@code FILE.sha256} lies beside it, holds it against that checksum. */
    static GeoFile read(Path path) throws GeoSourceException {
        var name = path.toString();
        try {
            var modified = Files.getLastModifiedTime(path).toInstant();
            var content = Files.readAllBytes(path);
            if (content.length == 0) {
                throw new GeoSourceException(name, "the file is empty; download it again");
            }
            var file = new GeoFile(name, content, sha256(content), modified);
            file.holdAgainst(sidecar(path));
            return file;
        } catch (NoSuchFileException missing) {
            throw new GeoSourceException(name, "no such file; check the path", missing);
        } catch (IOException unreadable) {
            throw new GeoSourceException(name, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Reads a file from the class path that says itself when it was made. */
    static GeoFile bundled(String resource) throws GeoSourceException {
        return bundled(resource, Instant.EPOCH);
    }

    /** Reads a file from the class path whose content was made at a time. */
    static GeoFile bundled(String resource, Instant madeAt) throws GeoSourceException {
        try (var stream = GeoFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new GeoSourceException(resource, "is not on the class path; name a database with --city");
            }
            var content = stream.readAllBytes();
            return new GeoFile("bundled " + resource.substring(1), content, sha256(content), madeAt);
        } catch (IOException unreadable) {
            throw new GeoSourceException(resource, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Where the checksum of a file is looked for. */
    static Path sidecar(Path file) {
        return file.resolveSibling(file.getFileName() + SIDECAR);
    }

    private void holdAgainst(Path sidecar) throws IOException, GeoSourceException {
        if (!Files.exists(sidecar)) {
            return;
        }
        var stated = Files.readString(sidecar).strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        if (!stated.equals(sha256)) {
            throw new GeoSourceException(
                    name,
                    "its SHA-256 is " + sha256 + " but " + sidecar + " says '" + stated + "'; download both again");
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
