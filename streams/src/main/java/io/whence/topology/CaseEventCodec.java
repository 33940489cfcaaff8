/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.CaseEvent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A transition of a case at rest. */
final class CaseEventCodec extends Codec<CaseEvent> {

    CaseEventCodec() {
        super(1);
    }

    @Override
    void write(CaseEvent event, DataOutputStream out) throws IOException {
        out.writeUTF(event.caseId());
        out.writeUTF(event.organizationId());
        out.writeUTF(event.policyId());
        out.writeLong(event.sequence());
        writeInstant(out, event.at());
        out.writeUTF(event.from());
        out.writeUTF(event.to());
        out.writeUTF(event.reason());
        out.writeUTF(event.cause());
        out.writeUTF(event.actor());
        writeNullable(out, event.actionId());
        writeAll(event.noticeIds(), out, (id, to) -> to.writeUTF(id));
        out.writeUTF(event.previousHash());
        out.writeUTF(event.hash());
    }

    @Override
    CaseEvent read(int version, DataInputStream in) throws IOException {
        return new CaseEvent(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                readInstant(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                readNullable(in),
                readAll(in, from -> from.readUTF()),
                in.readUTF(),
                in.readUTF());
    }
}
