/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.NetworkType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which ten-minute slots of a UTC day requests came from which kind of network: however many requests a slot holds,
 * it counts once, so that a flood does not weigh.
 */
public final class ActiveTimes {

    /** Slots of a day. */
    public static final int SLOTS = 144;

    private static final int WORDS = 3;
    private static final long SLOT_MILLIS = 600_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final Map<NetworkType, long[]> byType = new EnumMap<>(NetworkType.class);

    /** Marks the slot of a time. */
    public void mark(NetworkType type, long epochMillis) {
        int slot = (int) (Math.floorMod(epochMillis, DAY_MILLIS) / SLOT_MILLIS);
        byType.computeIfAbsent(type, any -> new long[WORDS])[slot / Long.SIZE] |= 1L << slot % Long.SIZE;
    }

    /** Marks slots by their bits, three words; for restoring. */
    public void markAll(NetworkType type, long[] bits) {
        long[] known = byType.computeIfAbsent(type, any -> new long[WORDS]);
        for (int word = 0; word < WORDS; word++) {
            known[word] |= bits[word];
        }
    }

    void addAll(ActiveTimes other) {
        other.byType.forEach(this::markAll);
    }

    /** The marked slots by kind of network, three words each. */
    public Map<NetworkType, long[]> byType() {
        return byType;
    }

    /** Slots in which any of these kinds was in use. */
    public int slots(Collection<NetworkType> types) {
        long[] union = new long[WORDS];
        for (NetworkType type : types) {
            long[] bits = byType.get(type);
            for (int word = 0; bits != null && word < WORDS; word++) {
                union[word] |= bits[word];
            }
        }
        return Arrays.stream(union).mapToInt(Long::bitCount).sum();
    }

    /** Slots in which anything was in use. */
    public int slots() {
        return slots(byType.keySet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActiveTimes that
                && byType.keySet().equals(that.byType.keySet())
                && byType.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), that.byType.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return byType.keySet().hashCode();
    }
}
