/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.OrganizationClock;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/** An organization's clock at rest. */
final class ClockCodec extends Codec<OrganizationClock> {

    ClockCodec() {
        super(1);
    }

    @Override
    void write(OrganizationClock clock, DataOutputStream out) throws IOException {
        out.writeLong(clock.latest().toEpochMilli());
        out.writeLong(clock.closedThrough().toEpochDay());
        out.writeLong(clock.receivedAt().toEpochMilli());
        out.writeLong(clock.turnedThrough().toEpochDay());
    }

    @Override
    OrganizationClock read(int version, DataInputStream in) throws IOException {
        return new OrganizationClock(
                Instant.ofEpochMilli(in.readLong()),
                LocalDate.ofEpochDay(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                LocalDate.ofEpochDay(in.readLong()));
    }
}
