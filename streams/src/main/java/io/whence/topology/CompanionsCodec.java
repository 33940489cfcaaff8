/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.Companions;
import io.whence.domain.tally.CountedSample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Who else was on an organization's exits on a day, at rest. */
final class CompanionsCodec extends Codec<Companions> {

    CompanionsCodec() {
        super(1);
    }

    @Override
    void write(Companions day, DataOutputStream out) throws IOException {
        out.writeByte(day.kept().size());
        for (Map.Entry<Long, Companions.Shared> other : day.kept().entrySet()) {
            out.writeLong(other.getKey());
            writeNumber(other.getValue().exits(), out);
            writeNumber(other.getValue().mates(), out);
            ExitAccountForm.writeRegions(other.getValue().regions(), out);
        }
        out.writeByte(day.operators().size());
        out.writeBoolean(day.operators().overflowed());
        for (CountedSample.Counted<Long> operator : day.operators().inHashOrder()) {
            writeNumber(operator.item(), out);
            writeNumber(operator.count(), out);
        }
    }

    @Override
    Companions read(int version, DataInputStream in) throws IOException {
        Companions day = new Companions();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            day.put(
                    in.readLong(),
                    Math.toIntExact(readNumber(in)),
                    Math.toIntExact(readNumber(in)),
                    ExitAccountForm.readRegions(in));
        }
        int operators = in.readUnsignedByte();
        if (in.readBoolean()) {
            day.operators().markOverflowed();
        }
        for (int left = operators; left > 0; left--) {
            day.operators().add(readNumber(in), readNumber(in));
        }
        return day;
    }
}
