/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.Ledger;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A ledger at rest. */
final class LedgerCodec extends Codec<Ledger> {

    LedgerCodec() {
        super(1);
    }

    @Override
    void write(Ledger ledger, DataOutputStream out) throws IOException {
        out.writeLong(ledger.consumed());
        out.writeLong(ledger.tallied());
        out.writeLong(ledger.duplicate());
        out.writeLong(ledger.late());
        out.writeLong(ledger.filtered());
        out.writeLong(ledger.deadLettered());
        out.writeLong(ledger.unprovenForwarding());
    }

    @Override
    Ledger read(int version, DataInputStream in) throws IOException {
        return new Ledger(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }
}
