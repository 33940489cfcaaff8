/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.IpAddress;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of origins in a file, so that a restart reads it instead of finding all answers again. A file that is
 * damaged, or is of other sources or another form, is not used; the table is found and the file replaced then.
 *
 * @param path where it is kept
 */
public record OriginTableFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(OriginTableFile.class);

    /** The table of these sources, from the file where it holds it. */
    OriginTable tableOf(GeoDatabases databases) throws IOException {
        try {
            return read(databases);
        } catch (NoSuchFileException first) {
            LOG.info("geolocation: {} will hold what is found of every address", path);
        } catch (IOException unusable) {
            LOG.warn("geolocation: {} is not used, and replaced: {}", path, unusable.getMessage());
        }
        OriginTable found = OriginTable.of(databases);
        try {
            write(found, databases);
        } catch (IOException noRoom) {
            LOG.warn("geolocation: {} cannot be written, the next start finds all again: {}", path, noRoom.toString());
        }
        return found;
    }

    /** What must be equal for the answers to be. */
    private static String sources(GeoDatabases databases) {
        return databases.builds().stream()
                .map(build -> build.source() + ' ' + build.builtAt() + ' ' + build.sha256())
                .collect(Collectors.joining("\n"));
    }

    /** Reads the table; its checksum, its sources and a sample of its answers must be right. */
    private OriginTable read(GeoDatabases databases) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length - Long.BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, Math.max(0, end));
        if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checksum.getValue()) {
            throw new IOException("its checksum is wrong");
        }
        OriginTable table;
        try {
            table = OriginTableForm.read(ByteBuffer.wrap(bytes, 0, end), sources(databases));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException otherForm) {
            throw new IOException("it has another form", otherForm);
        }
        check(table, databases);
        return table;
    }

    /** The same sources may have been judged otherwise by another version. */
    private static void check(OriginTable table, GeoDatabases databases) throws IOException {
        for (IpAddress address : AddressSample.random()) {
            var kept = table.find(address);
            if (kept != null
                    && !Objects.equals(
                            kept,
                            Judgement.of(databases.ask(address), databases).origin())) {
                throw new IOException("it says something else of " + address + " than the sources");
            }
        }
    }

    /** Writes beside the file and puts it in place at once; a new file of the JDK's is its owner's alone. */
    private void write(OriginTable table, GeoDatabases databases) throws IOException {
        Path file = path.toAbsolutePath();
        Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent(), "folder"));
        Path fresh = Files.createTempFile(folder, "origins", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                write(table, databases, out);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(OriginTable table, GeoDatabases databases, OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
        OriginTableForm.write(table, sources(databases), data);
        data.flush();
        data.writeLong(checked.getChecksum().getValue());
        data.flush();
    }
}
