/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import io.whence.domain.access.Cidr;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A small database in MaxMind DB form, written for tests: version 2.0 of the format, an IPv6 tree, records of 32 bits.
 *
 * <p>Values are maps, lists, strings, booleans, doubles, {@code Integer} (as uint16), {@code Long} (uint32) and
 * {@code BigInteger} (uint64).
 */
public final class MmdbFile {

    private static final int SEPARATOR = 16;
    private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);

    private final String type;
    private final TreeMap<Cidr, Map<String, Object>> networks = new TreeMap<>();
    private BigInteger buildEpoch =
            BigInteger.valueOf(Instant.parse("2026-06-01T00:00:00Z").getEpochSecond());
    private int ipVersion = 6;

    private MmdbFile(String type) {
        this.type = type;
    }

    public static MmdbFile of(String databaseType) {
        return new MmdbFile(databaseType);
    }

    public MmdbFile builtAt(Instant instant) {
        return buildEpoch(BigInteger.valueOf(instant.getEpochSecond()));
    }

    public MmdbFile buildEpoch(BigInteger seconds) {
        buildEpoch = seconds;
        return this;
    }

    public MmdbFile onlyIpv4() {
        ipVersion = 4;
        return this;
    }

    /** Adds a network; a longer one inside it may have another record. */
    public MmdbFile with(String cidr, Map<String, Object> entry) {
        networks.put(Cidr.parse(cidr), entry);
        return this;
    }

    public Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        var root = new Node(null);
        var data = new Data();
        networks.forEach((cidr, entry) -> root.insert(cidr, data.offset(entry), ipVersion));
        try {
            return assemble(root, data.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] assemble(Node root, byte[] data) throws IOException {
        var nodes = number(root);
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        for (var node : nodes) {
            for (var child : node.children()) {
                out.writeInt(child.target(nodes.size()));
            }
        }
        out.write(new byte[SEPARATOR]);
        out.write(data);
        out.write(MARKER);
        out.write(metadata(nodes.size()));
        return file.toByteArray();
    }

    private byte[] metadata(int nodeCount) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("node_count", (long) nodeCount);
        metadata.put("record_size", 32);
        metadata.put("ip_version", ipVersion);
        metadata.put("database_type", type);
        metadata.put("languages", List.of("en"));
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", buildEpoch);
        metadata.put("description", Map.of("en", "written for a test"));
        var encoded = new Data();
        encoded.offset(metadata);
        return encoded.bytes();
    }

    /** Gives every inner node its number, breadth first. */
    private static List<Node> number(Node root) {
        var inner = new ArrayList<Node>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            var node = waiting.remove();
            node.number = inner.size();
            inner.add(node);
            for (var child : node.children()) {
                if (child.children != null) {
                    waiting.add(child);
                }
            }
        }
        return inner;
    }

    /** A node of the search tree: inner when it has children, otherwise a leaf with data or without. */
    private static final class Node {
        private final @Nullable Integer dataOffset;
        private Node @Nullable [] children;
        private int number;

        Node(@Nullable Integer dataOffset) {
            this.dataOffset = dataOffset;
        }

        /** Splits a leaf on demand, so that both halves keep what the wider network said. */
        Node[] children() {
            if (children == null) {
                children = new Node[] {new Node(dataOffset), new Node(dataOffset)};
            }
            return children;
        }

        void insert(Cidr cidr, int offset, int ipVersion) {
            var network = cidr.network();
            int first = ipVersion == 4 ? 96 : 0;
            int length = network.isIpv4() ? cidr.prefixLength() + 96 : cidr.prefixLength();
            long high = network.high();
            long low = network.isIpv4() ? network.low() & 0xffff_ffffL : network.low();
            var node = this;
            for (int depth = first; depth < length - 1; depth++) {
                node = node.children()[bit(high, low, depth)];
            }
            node.children()[bit(high, low, length - 1)] = new Node(offset);
        }

        private static int bit(long high, long low, int depth) {
            return (int) ((depth < 64 ? high >>> (63 - depth) : low >>> (127 - depth)) & 1);
        }

        int target(int nodeCount) {
            if (children != null) {
                return number;
            }
            return dataOffset == null ? nodeCount : nodeCount + SEPARATOR + dataOffset;
        }
    }

    /** The data section; equal records are written once. */
    private static final class Data {
        private final ByteArrayOutputStream section = new ByteArrayOutputStream();
        private final Map<Object, Integer> offsets = new HashMap<>();

        int offset(Object value) {
            var known = offsets.get(value);
            if (known != null) {
                return known;
            }
            int offset = section.size();
            encode(value);
            offsets.put(value, offset);
            return offset;
        }

        byte[] bytes() {
            return section.toByteArray();
        }

        private void encode(Object value) {
            if (value instanceof String text) {
                write(2, text.getBytes(StandardCharsets.UTF_8));
            } else if (value instanceof Double number) {
                write(3, BigInteger.valueOf(Double.doubleToLongBits(number)).toByteArray());
            } else if (value instanceof Integer number) {
                write(5, unsigned(BigInteger.valueOf(number)));
            } else if (value instanceof Long number) {
                write(6, unsigned(BigInteger.valueOf(number)));
            } else if (value instanceof BigInteger number) {
                write(9, unsigned(number));
            } else if (value instanceof Boolean flag) {
                control(14, flag ? 1 : 0);
            } else if (value instanceof List<?> list) {
                control(11, list.size());
                list.forEach(this::encode);
            } else if (value instanceof Map<?, ?> map) {
                control(7, map.size());
                new LinkedHashMap<>(map).forEach((key, inner) -> {
                    encode(key);
                    encode(inner);
                });
            } else {
                throw new IllegalArgumentException("cannot write " + value.getClass());
            }
        }

        private static byte[] unsigned(BigInteger number) {
            var bytes = number.toByteArray();
            if (number.signum() == 0) {
                return new byte[0];
            }
            return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        }

        private void write(int type, byte[] payload) {
            control(type, payload.length);
            section.writeBytes(payload);
        }

        /** The control byte: type in the upper three bits (0 and one more byte from 8 on), size in the lower five. */
        private void control(int type, int size) {
            int lower = size < 29 ? size : size < 29 + 256 ? 29 : 30;
            section.write((type <= 7 ? type << 5 : 0) | lower);
            if (type > 7) {
                section.write(type - 7);
            }
            if (lower == 29) {
                section.write(size - 29);
            } else if (lower == 30) {
                section.write((size - 285) >>> 8);
                section.write(size - 285);
            }
        }
    }
}
