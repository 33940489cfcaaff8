/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.ExitUse;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;

/** The use of an exit on its way to those who keep exits. */
final class ExitUseCodec extends Codec<ExitUse> {

    ExitUseCodec() {
        super(1);
    }

    @Override
    void write(ExitUse use, DataOutputStream out) throws IOException {
        out.writeUTF(use.organizationId());
        out.writeLong(use.exit());
        out.writeInt(Math.toIntExact(use.day().toEpochDay()));
        out.writeUTF(use.kind().name());
        writeNumber(use.operator(), out);
        ExitAccountForm.write(use.account(), out);
    }

    @Override
    ExitUse read(int version, DataInputStream in) throws IOException {
        return new ExitUse(
                in.readUTF(),
                in.readLong(),
                LocalDate.ofEpochDay(in.readInt()),
                ExitUse.Kind.valueOf(in.readUTF()),
                readNumber(in),
                ExitAccountForm.read(in));
    }
}
