/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.ExitAccount;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What others may know of an organization, as a part of what is stored or sent. */
final class ExitAccountForm {

    private static final int NEVER = Integer.MIN_VALUE;

    private ExitAccountForm() {}

    static void write(ExitAccount account, DataOutputStream out) throws IOException {
        LocalDate created = account.createdOn();
        out.writeInt(created == null ? NEVER : Math.toIntExact(created.toEpochDay()));
        out.writeLong(account.family());
        writeRegions(account.regions(), out);
    }

    static ExitAccount read(DataInputStream in) throws IOException {
        return new ExitAccount(readDay(in.readInt()), in.readLong(), readRegions(in));
    }

    private static @Nullable LocalDate readDay(int epochDay) {
        return epochDay == NEVER ? null : LocalDate.ofEpochDay(epochDay);
    }

    static void writeRegions(Collection<String> regions, DataOutputStream out) throws IOException {
        out.writeByte(regions.size());
        for (String region : regions) {
            out.writeUTF(region);
        }
    }

    static SortedSet<String> readRegions(DataInputStream in) throws IOException {
        SortedSet<String> regions = new TreeSet<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            regions.add(in.readUTF());
        }
        return regions;
    }
}
