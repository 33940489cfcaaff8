/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Approval;
import io.whence.domain.cases.Cause;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.Order;
import io.whence.domain.cases.OrderInForce;
import io.whence.domain.cases.Pace;
import io.whence.domain.cases.Rhythm;
import io.whence.domain.cases.Scope;
import io.whence.domain.cases.Warning;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A warning, and what officers and gateways make of it, at rest within a case. */
final class WarningForm {

    /** The version of the case from which on a warning says what withholds its enforcement. */
    private static final int WITHHELD_SINCE = 2;

    private WarningForm() {}

    static void write(Warning warning, DataOutputStream out) throws IOException {
        out.writeUTF(warning.cause().kind().name());
        out.writeUTF(warning.region().code());
        out.writeUTF(warning.cause().classification().name());
        out.writeInt(warning.cause().policyVersion());
        out.writeUTF(warning.mode().name());
        Codec.writeInstant(out, warning.since());
        Codec.writeInstant(out, warning.enforceableFrom());
        Codec.writeNullableInstant(out, warning.remindAt());
        Codec.writeInstant(out, warning.lastSeen());
        Codec.writeInstant(out, warning.cleanAt());
        Codec.writeAll(new TreeSet<>(warning.keys()), out, (key, to) -> to.writeUTF(key));
        writeRhythm(warning.before().direct(), out);
        writeRhythm(warning.before().ordinary(), out);
        writeRhythm(warning.before().masking(), out);
        out.writeUTF(warning.locatedBy());
        out.writeBoolean(warning.masked());
        Codec.writeNullable(out, warning.enforcedBy());
        Codec.writeNullable(out, warning.withheldBy());
    }

    static Warning read(int version, DataInputStream in) throws IOException {
        NoticeKind kind = NoticeKind.valueOf(in.readUTF());
        Region region = new Region(in.readUTF());
        Classification classification = Classification.valueOf(in.readUTF());
        return new Warning(
                new Cause(kind, region, classification, in.readInt()),
                PolicyMode.valueOf(in.readUTF()),
                Codec.readInstant(in),
                Codec.readInstant(in),
                Codec.readNullableInstant(in),
                Codec.readInstant(in),
                Codec.readInstant(in),
                Set.copyOf(Codec.readAll(in, from -> from.readUTF())),
                new Pace(readRhythm(in), readRhythm(in), readRhythm(in)),
                in.readUTF(),
                in.readBoolean(),
                Codec.readNullable(in),
                version < WITHHELD_SINCE ? null : Codec.readNullable(in));
    }

    private static void writeRhythm(Rhythm rhythm, DataOutputStream out) throws IOException {
        for (double hour : rhythm.byHour()) {
            out.writeDouble(hour);
        }
    }

    private static Rhythm readRhythm(DataInputStream in) throws IOException {
        List<Double> hours = new ArrayList<>(Rhythm.HOURS);
        for (int hour = 0; hour < Rhythm.HOURS; hour++) {
            hours.add(in.readDouble());
        }
        return new Rhythm(hours);
    }

    static void writeApproval(Approval approval, DataOutputStream out) throws IOException {
        out.writeUTF(approval.actor());
        Codec.writeInstant(out, approval.at());
        Codec.writeNullableInstant(out, approval.expiresAt());
    }

    static Approval readApproval(DataInputStream in) throws IOException {
        return new Approval(in.readUTF(), Codec.readInstant(in), Codec.readNullableInstant(in));
    }

    static void writeOrder(Order order, DataOutputStream out) throws IOException {
        out.writeUTF(order.scope().name());
        out.writeUTF(order.scopeId());
        out.writeUTF(order.noticeId());
        out.writeUTF(order.mode().name());
    }

    static void writeInForce(OrderInForce inForce, DataOutputStream out) throws IOException {
        writeOrder(inForce.order(), out);
        Codec.writeInstant(out, inForce.since());
    }

    static OrderInForce readInForce(DataInputStream in) throws IOException {
        return new OrderInForce(readOrder(in), Codec.readInstant(in));
    }

    static Order readOrder(DataInputStream in) throws IOException {
        return new Order(Scope.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), PolicyMode.valueOf(in.readUTF()));
    }
}
