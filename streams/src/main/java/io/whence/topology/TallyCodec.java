/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.CountedSample;
import io.whence.domain.tally.Egress;
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

    private static void writeSize(CountedSample<?> sample, DataOutputStream out) throws IOException {
        out.writeShort(sample.size());
        out.writeBoolean(sample.overflowed());
    }

    @Override
    Tally read(int version, DataInputStream in) throws IOException {
        Tally tally = new Tally();
        tally.count(in.readLong(), in.readLong(), in.readLong(), in.readLong());
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
