/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ComplianceCase;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** A case at rest. */
final class CaseCodec extends Codec<ComplianceCase> {

    CaseCodec() {
        super(3);
    }

    @Override
    void write(ComplianceCase compliance, DataOutputStream out) throws IOException {
        out.writeUTF(compliance.caseId());
        out.writeUTF(compliance.organizationId());
        out.writeUTF(compliance.policyId());
        StateForm.write(compliance.state(), out);
        writeAll(new TreeSet<>(compliance.told()), out, (cause, to) -> to.writeUTF(cause));
        RulingsForm.write(compliance.rulings(), out);
        writeAll(compliance.orders(), out, WarningForm::writeInForce);
        writeInstant(out, compliance.asOf());
        out.writeLong(compliance.sequence());
        out.writeUTF(compliance.lastHash());
    }

    @Override
    ComplianceCase read(int version, DataInputStream in) throws IOException {
        return new ComplianceCase(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                StateForm.read(version, in),
                Set.copyOf(readAll(in, from -> from.readUTF())),
                RulingsForm.read(version, in),
                readAll(in, WarningForm::readInForce),
                readInstant(in),
                in.readLong(),
                in.readUTF());
    }
}
