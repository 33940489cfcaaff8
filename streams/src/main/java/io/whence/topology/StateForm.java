/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Appealed;
import io.whence.domain.cases.CaseState;
import io.whence.domain.cases.Clear;
import io.whence.domain.cases.Enforced;
import io.whence.domain.cases.Exempt;
import io.whence.domain.cases.LiftCause;
import io.whence.domain.cases.Lifted;
import io.whence.domain.cases.Noticed;
import io.whence.domain.cases.Observed;
import io.whence.domain.cases.Probation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The state of a case, at rest within it: its name, then what it remembers. */
final class StateForm {

    private StateForm() {}

    static void write(CaseState state, DataOutputStream out) throws IOException {
        out.writeUTF(state.name());
        if (state instanceof Noticed || state instanceof Enforced) {
            Codec.writeAll(state.warnings(), out, WarningForm::write);
            Codec.writeAll(state.approvals(), out, WarningForm::writeApproval);
        }
        if (state instanceof Enforced enforced) {
            Codec.writeAll(enforced.escalations(), out, WarningForm::writeOrder);
        } else if (state instanceof Probation probation) {
            Codec.writeInstant(out, probation.until());
        } else if (state instanceof Lifted lifted) {
            Codec.writeInstant(out, lifted.at());
            out.writeUTF(lifted.cause().name());
        } else if (state instanceof Appealed appealed) {
            Codec.writeInstant(out, appealed.since());
            write(appealed.before(), out);
        } else if (state instanceof Exempt exempt) {
            out.writeUTF(exempt.exemptionId());
            Codec.writeNullableInstant(out, exempt.until());
            out.writeBoolean(exempt.lapseNoted());
        }
    }

    static CaseState read(int version, DataInputStream in) throws IOException {
        String name = in.readUTF();
        CaseState known = readKnown(name, version, in);
        if (known == null) {
            throw new IOException("unknown state " + name);
        }
        return known;
    }

    private static @Nullable CaseState readKnown(String name, int version, DataInputStream in) throws IOException {
        return switch (name) {
            case "CLEAR" -> new Clear();
            case "OBSERVED" -> new Observed();
            case "NOTICED" ->
                new Noticed(
                        Codec.readAll(in, from -> WarningForm.read(version, from)),
                        Codec.readAll(in, WarningForm::readApproval));
            case "ENFORCED" ->
                new Enforced(
                        Codec.readAll(in, from -> WarningForm.read(version, from)),
                        Codec.readAll(in, WarningForm::readApproval),
                        Codec.readAll(in, WarningForm::readOrder));
            case "PROBATION" -> new Probation(Codec.readInstant(in));
            case "LIFTED" -> new Lifted(Codec.readInstant(in), LiftCause.valueOf(in.readUTF()));
            case "APPEALED" -> new Appealed(Codec.readInstant(in), read(version, in));
            case "EXEMPT" -> new Exempt(in.readUTF(), Codec.readNullableInstant(in), in.readBoolean());
            default -> null;
        };
    }
}
