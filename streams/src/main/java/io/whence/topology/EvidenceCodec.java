/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.Clients;
import io.whence.domain.evidence.Delays;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.Sightings;
import io.whence.domain.evidence.SmallestHashes;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.tally.CountedSample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** The facts of a day at rest. */
final class EvidenceCodec extends Codec<EvidenceDay> {

    private static final int WORDS = 3;
    private static final int LOG_INS_SINCE = 2;

    EvidenceCodec() {
        super(LOG_INS_SINCE);
    }

    @Override
    void write(EvidenceDay day, DataOutputStream out) throws IOException {
        writeHours(day.hours(), out);
        Map<NetworkType, long[]> times = day.times().byType();
        out.writeByte(times.size());
        for (Map.Entry<NetworkType, long[]> time : times.entrySet()) {
            out.writeUTF(time.getKey().name());
            for (long word : time.getValue()) {
                out.writeLong(word);
            }
        }
        writeSightings(day.sightings().kept(), out);
        writeClients(day.clients().kept(), out);
        writeDelays(day.delays(), out);
        writeNumbers(day.networks(), out);
        writeNumbers(day.operators(), out);
        writeNumbers(day.endUsers(), out);
        writeTexts(day.consoles(), out);
        writeTexts(day.forged(), out);
        writeTexts(day.logIns(), out);
    }

    /** Which hours there were any in, and how many in each. */
    private static void writeHours(long[] hours, DataOutputStream out) throws IOException {
        int active = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            active |= hours[hour] > 0 ? 1 << hour : 0;
        }
        out.writeInt(active);
        for (long hour : hours) {
            if (hour > 0) {
                out.writeInt((int) Math.min(hour, Integer.MAX_VALUE));
            }
        }
    }

    private static void writeSightings(SmallestHashes<Sightings.HalfHour> kept, DataOutputStream out)
            throws IOException {
        out.writeByte(kept.size());
        for (int at = 0; at < kept.size(); at++) {
            Sightings.HalfHour half = kept.value(at);
            out.writeLong(kept.hash(at));
            out.writeInt(half.client());
            out.writeByte(half.size());
            for (int place = 0; place < half.size(); place++) {
                out.writeInt(half.place(place));
            }
        }
    }

    private static void writeClients(SmallestHashes<Clients.Client> kept, DataOutputStream out) throws IOException {
        out.writeByte(kept.size());
        for (int at = 0; at < kept.size(); at++) {
            Clients.Client client = kept.value(at);
            out.writeLong(kept.hash(at));
            out.writeInt(client.key());
            out.writeByte(client.regions().size());
            for (String region : client.regions()) {
                out.writeUTF(region);
            }
        }
    }

    private static void writeDelays(Delays delays, DataOutputStream out) throws IOException {
        out.writeLong(delays.pairs());
        out.writeLong(delays.gaps());
        out.writeLong(delays.paths());
        out.writeLong(delays.detours());
        writeTexts(delays.measured(), out);
        writeTexts(delays.impossible(), out);
    }

    private static void writeNumbers(CountedSample<Long> sample, DataOutputStream out) throws IOException {
        out.writeByte(sample.size());
        out.writeBoolean(sample.overflowed());
        for (CountedSample.Counted<Long> counted : sample.inHashOrder()) {
            out.writeLong(counted.item());
            out.writeInt((int) Math.min(counted.count(), Integer.MAX_VALUE));
        }
    }

    private static void writeTexts(CountedSample<String> sample, DataOutputStream out) throws IOException {
        out.writeByte(sample.size());
        out.writeBoolean(sample.overflowed());
        for (CountedSample.Counted<String> counted : sample.inHashOrder()) {
            out.writeUTF(counted.item());
            out.writeInt((int) Math.min(counted.count(), Integer.MAX_VALUE));
        }
    }

    @Override
    EvidenceDay read(int version, DataInputStream in) throws IOException {
        EvidenceDay day = new EvidenceDay();
        int active = in.readInt();
        for (int hour = 0; hour < day.hours().length; hour++) {
            day.hours()[hour] = (active & 1 << hour) == 0 ? 0 : in.readInt();
        }
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            NetworkType type = NetworkType.valueOf(in.readUTF());
            long[] words = new long[WORDS];
            for (int word = 0; word < WORDS; word++) {
                words[word] = in.readLong();
            }
            day.times().markAll(type, words);
        }
        readSightings(day.sightings(), in);
        readClients(day.clients(), in);
        day.delays().count(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        readTexts(day.delays().measured(), in);
        readTexts(day.delays().impossible(), in);
        readNumbers(day.networks(), in);
        readNumbers(day.operators(), in);
        readNumbers(day.endUsers(), in);
        readTexts(day.consoles(), in);
        readTexts(day.forged(), in);
        if (version >= LOG_INS_SINCE) {
            readTexts(day.logIns(), in);
        }
        return day;
    }

    private static void readSightings(Sightings sightings, DataInputStream in) throws IOException {
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            long hash = in.readLong();
            int client = in.readInt();
            for (int more = in.readUnsignedByte(); more > 0; more--) {
                sightings.put(hash, client, in.readInt());
            }
        }
    }

    private static void readClients(Clients clients, DataInputStream in) throws IOException {
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            long hash = in.readLong();
            int key = in.readInt();
            for (int more = in.readUnsignedByte(); more > 0; more--) {
                clients.put(hash, key, in.readUTF());
            }
        }
    }

    private static void readNumbers(CountedSample<Long> sample, DataInputStream in) throws IOException {
        for (int left = readSize(sample, in); left > 0; left--) {
            sample.add(in.readLong(), in.readInt());
        }
    }

    private static void readTexts(CountedSample<String> sample, DataInputStream in) throws IOException {
        for (int left = readSize(sample, in); left > 0; left--) {
            sample.add(in.readUTF(), in.readInt());
        }
    }

    private static int readSize(CountedSample<?> sample, DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        if (in.readBoolean()) {
            sample.markOverflowed();
        }
        return size;
    }
}
