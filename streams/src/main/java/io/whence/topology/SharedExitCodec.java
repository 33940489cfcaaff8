/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.SharedExit;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;

/** What an organization is told of an exit, on its way to it. */
final class SharedExitCodec extends Codec<SharedExit> {

    SharedExitCodec() {
        super(1);
    }

    @Override
    void write(SharedExit answer, DataOutputStream out) throws IOException {
        out.writeUTF(answer.organizationId());
        out.writeInt(Math.toIntExact(answer.day().toEpochDay()));
        writeNumber(answer.operator(), out);
        writeAll(answer.companions(), out, (companion, to) -> {
            to.writeLong(companion.organization());
            to.writeBoolean(companion.mate());
            ExitAccountForm.writeRegions(companion.regions(), to);
        });
    }

    @Override
    SharedExit read(int version, DataInputStream in) throws IOException {
        return new SharedExit(
                in.readUTF(),
                LocalDate.ofEpochDay(in.readInt()),
                readNumber(in),
                readAll(
                        in,
                        from -> new SharedExit.Companion(
                                from.readLong(), from.readBoolean(), ExitAccountForm.readRegions(from))));
    }
}
