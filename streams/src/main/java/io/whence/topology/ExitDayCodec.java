/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.ExitAccount;
import io.whence.domain.evidence.ExitDay;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Who used an exit on a day, at rest. */
final class ExitDayCodec extends Codec<ExitDay> {

    ExitDayCodec() {
        super(1);
    }

    @Override
    void write(ExitDay day, DataOutputStream out) throws IOException {
        out.writeByte(day.users().size());
        for (Map.Entry<Long, ExitAccount> user : day.users().entrySet()) {
            out.writeLong(user.getKey());
            ExitAccountForm.write(user.getValue(), out);
        }
        writeNumber(day.operator(), out);
        out.writeBoolean(day.crowded());
    }

    @Override
    ExitDay read(int version, DataInputStream in) throws IOException {
        ExitDay day = new ExitDay();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            day.put(in.readLong(), ExitAccountForm.read(in));
        }
        day.restore(readNumber(in), in.readBoolean());
        return day;
    }
}
