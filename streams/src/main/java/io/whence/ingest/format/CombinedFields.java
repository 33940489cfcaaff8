/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a combined line under nginx's names, cut out of the line only when asked for. */
final class CombinedFields implements RawFields {
    static final int HOST = 0;
    static final int IDENT = 1;
    static final int USER = 2;
    static final int TIME = 3;
    static final int REQUEST = 4;
    static final int STATUS = 5;
    static final int BYTES = 6;
    static final int SERVER = 7;
    static final int REFERER = 8;
    static final int AGENT = 9;
    static final int EXTRA = 10;
    /** Two dozen fields after the user agent; what follows them is not read. */
    static final int LIMIT = EXTRA + 24;

    private static final String[] NAMES = {
        "remote_addr",
        "ident",
        "remote_user",
        "time_local",
        "request",
        "status",
        "body_bytes_sent",
        "server_name",
        "http_referer",
        "http_user_agent"
    };

    private static final Map<String, Integer> INDEX = index();

    private final String line;
    private final int[] from = new int[LIMIT];
    private final int[] to = new int[LIMIT];

    CombinedFields(String line) {
        this.line = line;
    }

    void put(int field, int start, int end) {
        from[field] = start;
        to[field] = end;
    }

    static String name(int field) {
        return field < EXTRA ? NAMES[field] : "extra" + (field - EXTRA + 1);
    }

    /** Whether a combined line can have a field of that name at all. */
    static boolean knows(String name) {
        return INDEX.containsKey(name);
    }

    @Override
    public @Nullable String field(String name) {
        var field = INDEX.get(name);
        if (field == null || to[field] == 0) {
            return null;
        }
        return Escapes.decode(line.substring(from[field], to[field]));
    }

    @Override
    public @Nullable String header(String name) {
        return field(headerField(name));
    }

    static String headerField(String header) {
        return "http_" + header.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int field = 0; field < LIMIT; field++) {
            index.put(name(field), field);
        }
        index.put("host", HOST);
        index.put("referer", REFERER);
        index.put("user_agent", AGENT);
        return Map.copyOf(index);
    }
}
