/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Surge;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A surge at rest. */
final class SurgeCodec extends Codec<Surge> {

    SurgeCodec() {
        super(1);
    }

    @Override
    void write(Surge surge, DataOutputStream out) throws IOException {
        writeInstant(out, surge.hour());
        out.writeLong(surge.touched());
        out.writeBoolean(surge.tripped());
    }

    @Override
    Surge read(int version, DataInputStream in) throws IOException {
        return new Surge(readInstant(in), in.readLong(), in.readBoolean());
    }
}
