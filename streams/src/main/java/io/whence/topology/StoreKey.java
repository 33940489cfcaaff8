/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.TallyKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the state stores, laid out so that one organization's entries lie together and in the order of time. Parts
 * are ended by a zero byte, which no identifier holds.
 */
final class StoreKey {

    private static final byte[] END = {0};
    private static final byte[] AFTER_END = {1};

    private StoreKey() {}

    static Bytes ofTally(TallyKey key) {
        return Bytes.wrap(join(
                organization(key.organizationId()),
                day(key.day()),
                text(key.provenance().region().code()
                        + '/'
                        + key.provenance().networkType()
                        + '/'
                        + key.provenance().agreement()
                        + '/'
                        + key.provenance().product())));
    }

    static TallyKey toTally(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        int end = 0;
        while (bytes.get(end) != 0) {
            end++;
        }
        String organizationId = new String(key.get(), 0, end, StandardCharsets.UTF_8);
        LocalDate day = LocalDate.ofEpochDay(bytes.getInt(end + 1) ^ Integer.MIN_VALUE);
        int rest = end + 1 + Integer.BYTES;
        String[] parts = new String(key.get(), rest, key.get().length - rest, StandardCharsets.UTF_8).split("/", -1);
        return new TallyKey(
                organizationId,
                day,
                new Provenance(
                        new Region(parts[0]), NetworkType.valueOf(parts[1]), Agreement.valueOf(parts[2]), parts[3]));
    }

    /** Lower bound of everything of an organization from a day on. */
    static Bytes from(String organizationId, LocalDate day) {
        return Bytes.wrap(join(organization(organizationId), day(day)));
    }

    /** The day of a key that ends with one. */
    static LocalDate toDay(Bytes key) {
        int epochDay = ByteBuffer.wrap(key.get()).getInt(key.get().length - Integer.BYTES);
        return LocalDate.ofEpochDay(epochDay ^ Integer.MIN_VALUE);
    }

    /** Lower bound of everything of an organization. */
    static Bytes from(String organizationId) {
        return Bytes.wrap(organization(organizationId));
    }

    /** Upper bound of everything of an organization. */
    static Bytes upTo(String organizationId) {
        return Bytes.wrap(join(text(organizationId), AFTER_END));
    }

    static Bytes ofOrganization(String organizationId) {
        return Bytes.wrap(text(organizationId));
    }

    static String toOrganization(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }

    static Bytes ofPart(String organizationId, String part) {
        return Bytes.wrap(join(organization(organizationId), text(part)));
    }

    static Bytes ofEvent(String organizationId, long generation, EventId id) {
        byte[] hash = ByteBuffer.allocate(EventId.BYTES)
                .putLong(id.high())
                .putLong(id.low())
                .array();
        return Bytes.wrap(join(organization(organizationId), number(generation), hash));
    }

    /** Lower bound of the events an organization had in a generation. */
    static Bytes ofGeneration(String organizationId, long generation) {
        return Bytes.wrap(join(organization(organizationId), number(generation)));
    }

    /** Totals lie in the order of days. */
    static Bytes ofTotal(RegionTotal.Place place) {
        return Bytes.wrap(join(day(place.day()), text(place.region() + "/" + place.standing())));
    }

    /** Lower bound of the totals from a day on. */
    static Bytes ofTotals(LocalDate day) {
        return Bytes.wrap(day(day));
    }

    /** An event of a case under a policy; those of one policy lie together and in their order. */
    static Bytes ofCaseEvent(String organizationId, String policyId, long sequence) {
        return Bytes.wrap(join(organization(organizationId), organization(policyId), number(sequence)));
    }

    /** The day of a key of totals, or of a bound of such keys. */
    static LocalDate toTotalsDay(Bytes key) {
        return LocalDate.ofEpochDay(ByteBuffer.wrap(key.get()).getInt() ^ Integer.MIN_VALUE);
    }

    static Bytes ofPartition(int partition) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(partition).array());
    }

    private static byte[] organization(String organizationId) {
        return join(text(organizationId), END);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Days before 1970 sort before those after. */
    private static byte[] day(LocalDate day) {
        int epochDay = Math.toIntExact(day.toEpochDay());
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(epochDay ^ Integer.MIN_VALUE)
                .array();
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array();
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
