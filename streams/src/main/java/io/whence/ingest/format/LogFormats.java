/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The log formats known by name, and those a file describes. */
public final class LogFormats {
    /** Says: look at the log and choose. */
    public static final String AUTO = "auto";

    /** Before the name of a file with a field table for logs of one JSON object a line. */
    public static final String FIELDS_FILE = "fields:";

    static final String NGINX_MAIN = "nginx-main";

    /** In the order in which a log that several can read is given to them. */
    private static final List<String> NAMES = List.of(
            "jsonl",
            "envoy-json",
            "kong",
            "cloudflare",
            "nginx-json",
            "apache-json",
            NGINX_MAIN,
            "combined",
            "cloudfront");

    private static final Map<String, Supplier<LineParser>> SHAPES = Map.of(
            NGINX_MAIN, CombinedParser::new, "combined", CombinedParser::new, "cloudfront", TabSeparatedParser::new);

    private LogFormats() {}

    /** The names {@code --format} takes, {@link #AUTO} not among them. */
    public static List<String> names() {
        return NAMES;
    }

    /** The format of that name; an {@link IllegalArgumentException} lists the names there are. */
    public static LogFormat named(String name) {
        if (name.startsWith(FIELDS_FILE)) {
            return described(name, Path.of(name.substring(FIELDS_FILE.length())));
        }
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("unknown format \"" + name + "\"; there are " + AUTO + ", "
                    + String.join(", ", NAMES) + " and " + FIELDS_FILE + "FILE");
        }
        return new LogFormat(name, SHAPES.getOrDefault(name, JsonParser::new), table(name));
    }

    static List<LogFormat> all() {
        return NAMES.stream().map(LogFormats::named).toList();
    }

    private static FieldMap table(String name) {
        var resource = Objects.requireNonNull(LogFormats.class.getResourceAsStream(name + ".fields"), name);
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return FieldMap.read(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogFormat described(String name, Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new LogFormat(name, JsonParser::new, FieldMap.read(file.toString(), reader));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the field table " + file + ": " + e, e);
        }
    }
}
