/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters on the wire and in the domain. On the wire everything is cut to a length, so that a record too large to
 * be used can still be put away; the checksum tells which record it was.
 */
final class DeadLetters {
    static final int LONGEST_PAYLOAD = 65_536;
    static final int LONGEST_KEY = 1_024;
    static final int LONGEST_MESSAGE = 4_096;

    private DeadLetters() {}

    static DeadLetter toAvro(io.whence.domain.access.DeadLetter letter) {
        var payload = letter.payload();
        return DeadLetter.newBuilder()
                .setReason(letter.reason())
                .setMessage(cut(letter.message()))
                .setField(letter.field())
                .setTopic(letter.topic())
                .setPartition(letter.partition())
                .setOffset(letter.offset())
                .setTimestamp(letter.timestamp())
                .setKey(cut(letter.key(), LONGEST_KEY))
                .setPayload(cut(payload, LONGEST_PAYLOAD))
                .setPayloadLength(payload == null ? 0 : payload.length)
                .setPayloadSha256(payload == null ? null : sha256(payload))
                .build();
    }

    /** The dead letter with what was kept of its key and payload. */
    static io.whence.domain.access.DeadLetter fromAvro(DeadLetter letter) {
        return new io.whence.domain.access.DeadLetter(
                letter.getReason(),
                letter.getField(),
                letter.getMessage(),
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                letter.getTimestamp(),
                bytes(letter.getKey()),
                bytes(letter.getPayload()));
    }

    private static @Nullable ByteBuffer cut(byte @Nullable [] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(bytes.length, most)));
    }

    /** Cuts after a whole character. */
    private static String cut(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_MESSAGE) {
            return message;
        }
        int end = LONGEST_MESSAGE;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
