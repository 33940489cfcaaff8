/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Spot;
import io.whence.domain.origin.Unlocated;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a table of origins in a file: what it is, the texts of all origins, the origins, the ranges of IPv4 and
 * of IPv6. Each text and each origin is there once; -1 stands for none.
 */
final class OriginTableForm {

    /** {@code whor}, and the version of this form. */
    private static final int MAGIC = 0x77686f72;

    private static final int VERSION = 1;
    private static final int NONE = -1;

    private OriginTableForm() {}

    static void write(OriginTable table, String sources, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        writeText(sources, out);
        IdentityHashMap<Origin, Integer> origins = new IdentityHashMap<>();
        List<Origin> inOrder = new ArrayList<>();
        for (OriginRanges ranges : table.families()) {
            ranges.forEachOrigin(origin -> origins.computeIfAbsent(origin, fresh -> {
                inOrder.add(fresh);
                return inOrder.size() - 1;
            }));
        }
        writeOrigins(inOrder, out);
        for (OriginRanges ranges : table.families()) {
            ranges.write(origin -> origin == null ? NONE : Objects.requireNonNull(origins.get(origin)), out);
        }
    }

    private static void writeOrigins(List<Origin> origins, DataOutputStream out) throws IOException {
        Map<String, Integer> texts = new HashMap<>();
        List<String> inOrder = new ArrayList<>();
        int[][] rows =
                origins.stream().map(origin -> row(origin, texts, inOrder)).toArray(int[][]::new);
        out.writeInt(inOrder.size());
        for (String text : inOrder) {
            writeText(text, out);
        }
        out.writeInt(rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int column : rows[i]) {
                out.writeInt(column);
            }
            Spot spot = origins.get(i).spot();
            out.writeDouble(spot == null ? Double.NaN : spot.latitude());
            out.writeDouble(spot == null ? Double.NaN : spot.longitude());
        }
    }

    /** All of an origin but its spot. */
    private static int[] row(Origin origin, Map<String, Integer> texts, List<String> inOrder) {
        AutonomousSystem operator = origin.autonomousSystem();
        Integer radius = origin.accuracyRadiusKm();
        String[] said = {
            origin.region().code(),
            origin.unlocated().name(),
            origin.networkType().name(),
            origin.networkName(),
            operator == null ? null : operator.organization(),
            code(origin.registeredCountry()),
            code(origin.secondCountry())
        };
        int[] row = new int[said.length + 2];
        for (int i = 0; i < said.length; i++) {
            row[i] = said[i] == null
                    ? NONE
                    : texts.computeIfAbsent(said[i], fresh -> {
                        inOrder.add(fresh);
                        return inOrder.size() - 1;
                    });
        }
        row[said.length] = operator == null ? 0 : (int) operator.number();
        row[said.length + 1] = radius == null ? NONE : radius;
        return row;
    }

    private static @Nullable String code(@Nullable Region region) {
        return region == null ? null : region.code();
    }

    /**
     * Reads a table.
     *
     * @throws IOException when it is of other sources, or of a later form
     */
    static OriginTable read(ByteBuffer in, String sources) throws IOException {
        if (in.getInt() != MAGIC || in.getInt() != VERSION) {
            throw new IOException("it has another form");
        }
        if (!readText(in).equals(sources)) {
            throw new IOException("it is of other databases or lists");
        }
        String[] texts = new String[in.getInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = readText(in);
        }
        Origin[] origins = new Origin[in.getInt()];
        Texts known = new Texts(texts, new HashMap<>());
        for (int i = 0; i < origins.length; i++) {
            origins[i] = readOrigin(in, known);
        }
        return OriginTable.read(in, index -> index == NONE ? null : origins[index]);
    }

    /** Texts, and the regions that are named by them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Texts(String[] texts, Map<String, Region> regions) {

        @Nullable String get(int index) {
            return index == NONE ? null : texts[index];
        }

        @Nullable Region region(int index) {
            return index == NONE ? null : regions.computeIfAbsent(texts[index], Region::new);
        }
    }

    private static Origin readOrigin(ByteBuffer in, Texts texts) {
        Region region = texts.regions().computeIfAbsent(texts.texts()[in.getInt()], Region::new);
        Unlocated unlocated = Unlocated.valueOf(texts.texts()[in.getInt()]);
        NetworkType type = NetworkType.valueOf(texts.texts()[in.getInt()]);
        String network = texts.get(in.getInt());
        String organization = texts.get(in.getInt());
        Region registered = texts.region(in.getInt());
        Region second = texts.region(in.getInt());
        int number = in.getInt();
        int radius = in.getInt();
        double latitude = in.getDouble();
        double longitude = in.getDouble();
        return new Origin(
                region,
                unlocated,
                type,
                network,
                number == 0 ? null : new AutonomousSystem(Integer.toUnsignedLong(number), organization),
                radius == NONE ? null : Integer.valueOf(radius),
                registered,
                second,
                Double.isNaN(latitude) ? null : new Spot(latitude, longitude));
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
