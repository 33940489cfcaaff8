/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.CaseState;
import io.whence.domain.cases.Clear;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Noticed;
import io.whence.domain.cases.Observed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A case at rest. */
final class CaseCodec extends Codec<ComplianceCase> {

    CaseCodec() {
        super(1);
    }

    @Override
    void write(ComplianceCase compliance, DataOutputStream out) throws IOException {
        out.writeUTF(compliance.caseId());
        out.writeUTF(compliance.organizationId());
        out.writeUTF(compliance.policyId());
        out.writeLong(compliance.sequence());
        out.writeUTF(compliance.lastHash());
        out.writeUTF(compliance.state().name());
        Set<String> told = compliance.state().told();
        out.writeShort(told.size());
        for (String cause : new TreeSet<>(told)) {
            out.writeUTF(cause);
        }
        if (compliance.state() instanceof Noticed noticed) {
            out.writeLong(noticed.since().toEpochMilli());
            out.writeLong(noticed.enforceableFrom().toEpochMilli());
        }
    }

    @Override
    ComplianceCase read(int version, DataInputStream in) throws IOException {
        String caseId = in.readUTF();
        String organizationId = in.readUTF();
        String policyId = in.readUTF();
        long sequence = in.readLong();
        String lastHash = in.readUTF();
        return new ComplianceCase(caseId, organizationId, policyId, readState(in), sequence, lastHash);
    }

    private static CaseState readState(DataInputStream in) throws IOException {
        String name = in.readUTF();
        Set<String> told = new TreeSet<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            told.add(in.readUTF());
        }
        return switch (name) {
            case "CLEAR" -> new Clear();
            case "OBSERVED" -> new Observed(told);
            case "NOTICED" ->
                new Noticed(told, Instant.ofEpochMilli(in.readLong()), Instant.ofEpochMilli(in.readLong()));
            default -> throw new IOException("unknown state " + name);
        };
    }
}
