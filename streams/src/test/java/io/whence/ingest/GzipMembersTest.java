/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
    private static final byte[] FIRST = "first member\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = "second member\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void readsAllMembersOfAFile() throws IOException {
        var file = concat(Logs.gzip(FIRST), Logs.gzip(new byte[0]), Logs.gzip(SECOND));
        assertThat(read(file)).isEqualTo(concat(FIRST, SECOND));
    }

    @Test
    void readsAllMembersFromASlowPipeThatSaysNothingIsAvailable() throws IOException {
        var file = concat(Logs.gzip(FIRST), Logs.gzip(SECOND));
        try (var members = new GzipMembers(Logs.slowly(file))) {
            assertThat(members.readAllBytes()).isEqualTo(concat(FIRST, SECOND));
        }
    }

    @Test
    void readsBytesThatDoNotCompress() throws IOException {
        var noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        assertThat(read(concat(Logs.gzip(noise), Logs.gzip(noise)))).isEqualTo(concat(noise, noise));
    }

    @Test
    void skipsNameCommentAndExtraFieldOfTheHeader() throws IOException {
        var plain = Logs.gzip(SECOND);
        var body = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] header = {0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 1, 2, 3, 4, 0, 3};
        byte[] extra = {2, 0, 9, 9};
        var names = "access.log\0a comment\0".getBytes(StandardCharsets.UTF_8);
        byte[] checksum = {7, 7};
        assertThat(read(concat(header, extra, names, checksum, body))).isEqualTo(SECOND);
    }

    @Test
    void takesZerosAfterTheLastMemberForPadding() throws IOException {
        assertThat(read(concat(Logs.gzip(SECOND), new byte[512]))).isEqualTo(SECOND);
    }

    @Test
    void doesNotLoseWhatFollowsAMemberInSilence() {
        var file = concat(Logs.gzip(SECOND), SECOND);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("something else than gzip data after a gzip member");
    }

    @Test
    void saysWhenTheFileIsCut() {
        var whole = Logs.gzip(FIRST);
        for (int length : new int[] {5, 12, whole.length / 2, whole.length - 8, whole.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(EOFException.class)
                    .hasMessage("the gzip data ends in the middle");
        }
    }

    @Test
    void saysWhenTheDataIsDamaged() {
        var whole = Logs.gzip(FIRST);
        whole[whole.length - 6] ^= 1; // the checksum
        assertThatThrownBy(() -> read(whole)).isInstanceOf(ZipException.class).hasMessageContaining("checksum");
    }

    private static byte[] read(byte[] file) throws IOException {
        try (var members = new GzipMembers(new ByteArrayInputStream(file))) {
            return members.readAllBytes();
        }
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
