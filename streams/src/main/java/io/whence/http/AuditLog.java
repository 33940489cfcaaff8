/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who looked at what: a line of JSON for each request that takes a token, once somebody is known. No token is in it.
 */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.whence.audit");

    private record Entry(
            @Nullable String caller,
            @Nullable Role role,
            String address,
            String method,
            String path,
            @Nullable String query,
            int status) {}

    private final Consumer<String> lines;

    AuditLog(Consumer<String> lines) {
        this.lines = lines;
    }

    /** One that goes to the logger {@code io.whence.audit}. */
    public static AuditLog logged() {
        return new AuditLog(line -> LOG.info("{}", line));
    }

    void write(@Nullable Holder holder, Context answered) {
        Entry entry = new Entry(
                holder == null ? null : holder.name(),
                holder == null ? null : holder.role(),
                answered.ip(),
                answered.method().name(),
                answered.path(),
                answered.queryString(),
                answered.statusCode());
        lines.accept(new String(Json.write(entry), StandardCharsets.UTF_8));
    }
}
