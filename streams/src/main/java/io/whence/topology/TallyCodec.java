/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.CountedSample;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Hours;
import io.whence.domain.tally.Tally;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A tally at rest. */
final class TallyCodec extends Codec<Tally> {

    TallyCodec() {
        super(1);
    }

    @Override
    void write(Tally tally, DataOutputStream out) throws IOException {
        out.writeLong(tally.requests());
        out.writeLong(tally.refused());
        out.writeLong(tally.firstSeen().toEpochMilli());
        out.writeLong(tally.lastSeen().toEpochMilli());
        writeHours(tally.hours(), out);
        writeSize(tally.keys(), out);
        for (CountedSample.Counted<String> key : tally.keys().inHashOrder()) {
            out.writeUTF(key.item());
            out.writeLong(key.count());
        }
        writeSize(tally.networks(), out);
        for (CountedSample.Counted<Egress> network : tally.networks().inHashOrder()) {
            out.writeUTF(network.item().prefix());
            out.writeLong(network.item().asn());
            writeNullable(out, network.item().name());
            out.writeLong(network.count());
        }
        writeSize(tally.addresses(), out);
        for (CountedSample.Counted<Long> address : tally.addresses().inHashOrder()) {
            out.writeLong(address.item());
        }
    }

    /** The hours that have any, as bits, and then their counts: traffic of a working day takes a dozen bytes. */
    private static void writeHours(Hours hours, DataOutputStream out) throws IOException {
        int used = 0;
        for (int hour = 0; hour < Hours.COUNT; hour++) {
            used |= hours.at(hour) == 0 ? 0 : 1 << hour;
        }
        writeNumber(used, out);
        for (int hour = 0; hour < Hours.COUNT; hour++) {
            if (hours.at(hour) != 0) {
                writeNumber(hours.at(hour), out);
            }
        }
    }

    private static void readHours(Hours hours, DataInputStream in) throws IOException {
        long used = readNumber(in);
        for (int hour = 0; hour < Hours.COUNT; hour++) {
            if ((used >>> hour & 1) == 1) {
                hours.add(hour, readNumber(in));
            }
        }
    }

    private static void writeSize(CountedSample<?> sample, DataOutputStream out) throws IOException {
        out.writeShort(sample.size());
        out.writeBoolean(sample.overflowed());
    }

    @Override
    Tally read(int version, DataInputStream in) throws IOException {
        Tally tally = new Tally();
        tally.restore(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        readHours(tally.hours(), in);
        for (int left = readSize(tally.keys(), in); left > 0; left--) {
            tally.keys().add(in.readUTF(), in.readLong());
        }
        for (int left = readSize(tally.networks(), in); left > 0; left--) {
            tally.networks().add(new Egress(in.readUTF(), in.readLong(), readNullable(in)), in.readLong());
        }
        for (int left = readSize(tally.addresses(), in); left > 0; left--) {
            tally.addresses().add(in.readLong(), 1);
        }
        return tally;
    }

    private static int readSize(CountedSample<?> sample, DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        if (in.readBoolean()) {
            sample.markOverflowed();
        }
        return size;
    }
}
