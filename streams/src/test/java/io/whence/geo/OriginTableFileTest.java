/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that was kept in a file says what one that was just found says; everything of its tests holds of it. */
class OriginTableFileTest extends OriginTableTest {

    @TempDir
    private Path kept;

    private OriginTableFile file;

    @BeforeEach
    void name() {
        file = new OriginTableFile(kept.resolve("sub").resolve("origins.table"));
    }

    @Override
    OriginTable table(GeoDatabases databases) throws IOException {
        Files.deleteIfExists(file.path());
        file.tableOf(databases);
        Object written = identity();
        OriginTable table = file.tableOf(databases);
        assertThat(identity()).as("read and not replaced").isEqualTo(written);
        return table;
    }

    @Test
    void itsOwnerAloneReadsIt() throws IOException {
        table(databases());

        assertThat(Files.getPosixFilePermissions(file.path()))
                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        try (var files = Files.list(kept.resolve("sub"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        table(databases());
        byte[] right = Files.readAllBytes(file.path());
        for (int at : new int[] {0, 5, right.length / 3, right.length / 2, right.length - 1}) {
            byte[] damaged = right.clone();
            damaged[at] ^= 1;
            assertReplaced(damaged, right);
        }
    }

    @Test
    void aTruncatedFileIsReplaced() throws IOException {
        table(databases());
        byte[] right = Files.readAllBytes(file.path());
        for (int length : new int[] {0, 7, 8, right.length / 2, right.length - 1}) {
            assertReplaced(Arrays.copyOf(right, length), right);
        }
    }

    @Test
    void aFileOfAnotherFormIsReplaced() throws IOException {
        table(databases());
        byte[] right = Files.readAllBytes(file.path());
        byte[] later = right.clone();
        later[Integer.BYTES + 3]++;
        assertReplaced(sealed(later), right);
    }

    @Test
    void whatAnotherVersionJudgedOtherwiseIsReplaced() throws IOException {
        table(databases());
        byte[] right = Files.readAllBytes(file.path());
        String otherwise = new String(right, StandardCharsets.ISO_8859_1).replace("UNKNOWN", "HOSTING");
        assertReplaced(sealed(otherwise.getBytes(StandardCharsets.ISO_8859_1)), right);
    }

    /** With a checksum that is right. */
    private static byte[] sealed(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, 0, content.length - Long.BYTES);
        return ByteBuffer.wrap(content)
                .putLong(content.length - Long.BYTES, checksum.getValue())
                .array();
    }

    @Test
    void theTableOfOtherDatabasesIsReplaced() throws Exception {
        table(databases());
        byte[] right = Files.readAllBytes(file.path());
        GeoDatabases others = databases().with(NetworkLists.bundled());

        file.tableOf(others);

        assertThat(Files.readAllBytes(file.path())).isNotEqualTo(right);
    }

    @Test
    void withoutAPlaceForTheFileTheTableIsFoundAllTheSame() throws Exception {
        Path inTheWay = Files.writeString(kept.resolve("file"), "no folder");

        assertThat(new OriginTableFile(inTheWay.resolve("origins"))
                        .tableOf(databases())
                        .size())
                .isEqualTo(OriginTable.of(databases()).size());
    }

    private void assertReplaced(byte[] bad, byte[] right) throws IOException {
        Files.write(file.path(), bad);
        Object before = identity();

        file.tableOf(databases());

        assertThat(identity()).isNotEqualTo(before);
        assertThat(Files.readAllBytes(file.path())).isEqualTo(right);
    }

    private Object identity() throws IOException {
        return Files.readAttributes(file.path(), BasicFileAttributes.class).fileKey();
    }
}
