/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.RegionTotal;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;

/** A total at rest. */
final class RegionTotalCodec extends Codec<RegionTotal> {

    RegionTotalCodec() {
        super(1);
    }

    @Override
    void write(RegionTotal total, DataOutputStream out) throws IOException {
        out.writeLong(total.day().toEpochDay());
        out.writeUTF(total.region().code());
        out.writeUTF(total.standing().name());
        writeNumber(total.requests(), out);
        writeNumber(total.refused(), out);
        writeNumber(total.organizations(), out);
        writeAll(total.hours(), out, Codec::writeNumber);
    }

    @Override
    RegionTotal read(int version, DataInputStream in) throws IOException {
        return new RegionTotal(
                LocalDate.ofEpochDay(in.readLong()),
                new Region(in.readUTF()),
                Standing.valueOf(in.readUTF()),
                readNumber(in),
                readNumber(in),
                readNumber(in),
                readAll(in, Codec::readNumber));
    }
}
