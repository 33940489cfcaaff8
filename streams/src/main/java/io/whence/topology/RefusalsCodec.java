/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Refusal;
import io.whence.domain.cases.Refusals;
import io.whence.domain.cases.Scope;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.BitSet;

/** What gateways are to refuse of an organization, and what they served all the same, at rest. */
final class RefusalsCodec extends Codec<Refusals> {

    RefusalsCodec() {
        super(1);
    }

    @Override
    void write(Refusals refusals, DataOutputStream out) throws IOException {
        writeAll(refusals.standing(), out, RefusalsCodec::writeRefusal);
        writeAll(refusals.leaks(), out, RefusalsCodec::writeLeak);
    }

    private static void writeRefusal(Refusal refusal, DataOutputStream out) throws IOException {
        out.writeUTF(refusal.scope().name());
        out.writeUTF(refusal.scopeId());
        out.writeUTF(refusal.policyId());
        out.writeUTF(refusal.noticeId());
        writeInstant(out, refusal.from());
        writeInstant(out, refusal.until());
    }

    private static void writeLeak(Leak leak, DataOutputStream out) throws IOException {
        out.writeUTF(leak.organizationId());
        out.writeUTF(leak.gateway());
        writeRefusal(leak.refusal(), out);
        out.writeInt(Math.toIntExact(leak.day().toEpochDay()));
        byte[] minutes = leak.minutes().toByteArray();
        out.writeShort(minutes.length);
        out.write(minutes);
        out.writeLong(leak.requests());
        out.writeBoolean(leak.closed());
    }

    @Override
    Refusals read(int version, DataInputStream in) throws IOException {
        return new Refusals(readAll(in, RefusalsCodec::readRefusal), readAll(in, RefusalsCodec::readLeak));
    }

    private static Refusal readRefusal(DataInputStream in) throws IOException {
        return new Refusal(
                Scope.valueOf(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                readInstant(in),
                readInstant(in));
    }

    private static Leak readLeak(DataInputStream in) throws IOException {
        return new Leak(
                in.readUTF(),
                in.readUTF(),
                readRefusal(in),
                LocalDate.ofEpochDay(in.readInt()),
                BitSet.valueOf(in.readNBytes(in.readUnsignedShort())),
                in.readLong(),
                in.readBoolean());
    }
}
