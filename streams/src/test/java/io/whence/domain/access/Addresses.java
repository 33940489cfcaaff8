/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Random;
import org.quicktheories.core.Gen;

/** Addresses and texts for property tests, each made from one seed, which a failing property prints. */
final class Addresses {

    private static final String ALPHABET = "0123456789abcdefABCDEF:::...%gx/[] -+\u0661\uff11";

    private Addresses() {}

    static Gen<Long> seeds() {
        return longs().all();
    }

    static IpAddress ipv4(Random random) {
        return IpAddress.ipv4(random.nextInt());
    }

    /** An address of either family, with the runs of zeros and the prefixes that matter. */
    static IpAddress any(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> ipv4(random);
            case 2 -> IpAddress.ipv6(random.nextLong(), random.nextLong());
            case 3 -> IpAddress.ipv6(0, random.nextLong() >>> random.nextInt(64));
            case 4 -> IpAddress.ipv6(0x2000_0000_0000_0000L | sparse(random) >>> 3, sparse(random));
            default -> IpAddress.ipv6(sparse(random), sparse(random));
        };
    }

    /** Four groups, about half of them zero. */
    private static long sparse(Random random) {
        long bits = 0;
        for (int group = 0; group < 4; group++) {
            int value = random.nextBoolean() ? 0 : random.nextInt(0x10000) >>> random.nextInt(16);
            bits = bits << 16 | value;
        }
        return bits;
    }

    /** The text of an address after some random edits: still an address, nearly one, or none. */
    static String nearly(Random random) {
        StringBuilder text = new StringBuilder(spelled(random));
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, character);
                case 1 -> text.delete(at, Math.min(at + 1, text.length()));
                default -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(character));
            }
        }
        return text.toString();
    }

    private static String spelled(Random random) {
        IpAddress address = any(random);
        if (address.isIpv4()) {
            return random.nextBoolean() ? address.toString() : "::ffff:" + address;
        }
        String last = "%s".formatted(IpAddress.ipv4((int) address.low()));
        return switch (random.nextInt(4)) {
            case 0 -> address.toString();
            case 1 -> inFull(address, 8);
            case 2 -> inFull(address, 6) + ":" + last;
            default -> "fe80::" + Integer.toHexString(random.nextInt(0x10000)) + "%eth0";
        };
    }

    private static String inFull(IpAddress address, int groups) {
        String digits = "%016X%016x".formatted(address.high(), address.low());
        return digits.substring(0, groups * 4).replaceAll("(?<=.)(?=(....)+$)", ":");
    }

    static String junk(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            boolean close = random.nextInt(4) > 0;
            text.appendCodePoint(close ? ALPHABET.charAt(random.nextInt(ALPHABET.length())) : random.nextInt(0x3000));
        }
        return text.toString();
    }
}
