/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files in one ZIP archive with a list of their checksums: the same files give the same bytes, on every machine.
 * Nothing is compressed, because compressors differ.
 */
public final class Archive {

    /** The list of checksums, which {@code sha256sum -c} takes. */
    public static final String CHECKSUMS = "SHA256SUMS";

    /** The beginning of time in ZIP. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** Puts a file in, in UTF-8. */
    public void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the archive, its files in the order of their names. */
    public void write(OutputStream to) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(CHECKSUMS, checksums().getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private String checksums() {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, bytes) ->
                lines.append(sha256(bytes)).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
