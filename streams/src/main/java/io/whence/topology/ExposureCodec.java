/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.origin.Region;
import io.whence.domain.tally.Exposure;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An exposure at rest. All of them are read at once, so each is kept small: a day takes two to four bytes. */
final class ExposureCodec extends Codec<Exposure> {

    /** Each region once: there are few, and every exposure names some. */
    private final Map<String, Region> regions = new ConcurrentHashMap<>();

    ExposureCodec() {
        super(1);
    }

    @Override
    void write(Exposure exposure, DataOutputStream out) throws IOException {
        out.writeInt(Math.toIntExact(exposure.through().toEpochDay()));
        out.writeShort(exposure.places().size());
        for (Exposure.Place place : exposure.places()) {
            out.writeUTF(place.region().code());
            out.writeUTF(place.product());
            writeNumber(place.requests().size(), out);
            long before = 0;
            for (Map.Entry<LocalDate, Long> day : place.requests().entrySet()) {
                long number = day.getKey().toEpochDay();
                writeNumber(zigzag(number - before), out);
                writeNumber(day.getValue(), out);
                before = number;
            }
        }
    }

    @Override
    Exposure read(int version, DataInputStream in) throws IOException {
        LocalDate through = LocalDate.ofEpochDay(in.readInt());
        List<Exposure.Place> places = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            Region region = regions.computeIfAbsent(in.readUTF(), Region::new);
            places.add(new Exposure.Place(region, in.readUTF(), readDays(in)));
        }
        return new Exposure(through, places);
    }

    private static Map<LocalDate, Long> readDays(DataInputStream in) throws IOException {
        int size = Math.toIntExact(readNumber(in));
        long[] days = new long[size];
        long[] requests = new long[size];
        long before = 0;
        for (int index = 0; index < size; index++) {
            before += unzigzag(readNumber(in));
            days[index] = before;
            requests[index] = readNumber(in);
        }
        return new PackedDays(days, requests);
    }

    /** Requests by day, unpacked when somebody looks: whoever reads all exposures looks into few. */
    private static final class PackedDays extends AbstractMap<LocalDate, Long> {
        private final long[] days;
        private final long[] requests;

        PackedDays(long[] days, long[] requests) {
            this.days = days;
            this.requests = requests;
        }

        @Override
        public int size() {
            return days.length;
        }

        @Override
        public Set<Entry<LocalDate, Long>> entrySet() {
            Map<LocalDate, Long> unpacked = new LinkedHashMap<>();
            for (int index = 0; index < days.length; index++) {
                unpacked.put(LocalDate.ofEpochDay(days[index]), requests[index]);
            }
            return unpacked.entrySet();
        }
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> Long.SIZE - 1;
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }
}
