/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Exemption;
import io.whence.domain.cases.Rulings;
import io.whence.domain.origin.Region;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What officers ruled, at rest within a case. */
final class RulingsForm {

    /** The version of the case from which on the exemptions are kept whose coming lapse is recorded. */
    private static final int LAPSING_SINCE = 3;

    private static final long NO_DAY = Long.MIN_VALUE;

    private RulingsForm() {}

    static void write(Rulings rulings, DataOutputStream out) throws IOException {
        Codec.writeAll(rulings.exemptions(), out, RulingsForm::writeExemption);
        Codec.writeNullableInstant(out, rulings.frozenUntil());
        LocalDate through = rulings.settledThrough();
        out.writeLong(through == null ? NO_DAY : through.toEpochDay());
        Map<Region, LocalDate> settled = new TreeMap<>(rulings.settled());
        Codec.writeAll(settled.entrySet(), out, (entry, to) -> {
            to.writeUTF(entry.getKey().code());
            to.writeLong(entry.getValue().toEpochDay());
        });
        Codec.writeAll(new TreeSet<>(rulings.lapsing()), out, (id, to) -> to.writeUTF(id));
    }

    static Rulings read(int version, DataInputStream in) throws IOException {
        List<Exemption> exemptions = Codec.readAll(in, RulingsForm::readExemption);
        var frozenUntil = Codec.readNullableInstant(in);
        LocalDate through = readDay(in);
        Map<Region, LocalDate> settled = new TreeMap<>();
        Codec.readAll(in, from -> settled.put(new Region(from.readUTF()), LocalDate.ofEpochDay(from.readLong())));
        Set<String> lapsing =
                version < LAPSING_SINCE ? Set.of() : Set.copyOf(Codec.readAll(in, from -> from.readUTF()));
        return new Rulings(exemptions, frozenUntil, through, settled, lapsing);
    }

    private static @Nullable LocalDate readDay(DataInputStream in) throws IOException {
        long day = in.readLong();
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    private static void writeExemption(Exemption exemption, DataOutputStream out) throws IOException {
        out.writeUTF(exemption.id());
        Codec.writeNullable(out, exemption.policyId());
        Codec.writeAll(new TreeSet<>(exemption.regions()), out, (region, to) -> to.writeUTF(region.code()));
        out.writeUTF(exemption.approver());
        out.writeUTF(exemption.reasonCode());
        Codec.writeNullable(out, exemption.licence());
        Codec.writeInstant(out, exemption.from());
        Codec.writeNullableInstant(out, exemption.until());
    }

    private static Exemption readExemption(DataInputStream in) throws IOException {
        return new Exemption(
                in.readUTF(),
                Codec.readNullable(in),
                Set.copyOf(Codec.readAll(in, from -> new Region(from.readUTF()))),
                in.readUTF(),
                in.readUTF(),
                Codec.readNullable(in),
                Codec.readInstant(in),
                Codec.readNullableInstant(in));
    }
}
