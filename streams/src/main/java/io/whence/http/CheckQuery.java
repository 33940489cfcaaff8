/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.gateway.GatewayRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query of a check in its plain form: each parameter at most once, and nothing about another time than now. */
final class CheckQuery {

    private @Nullable String organizationId;
    private @Nullable String apiKeyId;
    private @Nullable String projectId;
    private @Nullable String address;

    private CheckQuery() {}

    /** Reads a query; null when it is not in the plain form, or names no organization. */
    static @Nullable CheckQuery parse(@Nullable String query) {
        if (query == null) {
            return null;
        }
        CheckQuery parsed = new CheckQuery();
        for (int start = 0; start < query.length(); ) {
            int end = query.indexOf('&', start) < 0 ? query.length() : query.indexOf('&', start);
            int equals = query.indexOf('=', start);
            if (equals < 0 || equals > end || !parsed.take(query.substring(start, equals), query, equals + 1, end)) {
                return null;
            }
            start = end + 1;
        }
        return parsed.organizationId == null ? null : parsed;
    }

    /** Takes a parameter; false when it is not to be answered here. */
    private boolean take(String name, String query, int start, int end) {
        String value = text(query, start, end);
        if (value == null) {
            return false;
        }
        return switch (name) {
            case "organization_id" -> {
                boolean first = organizationId == null;
                organizationId = value;
                yield first;
            }
            case "api_key_id" -> {
                boolean first = apiKeyId == null;
                apiKeyId = value;
                yield first;
            }
            case "project_id" -> {
                boolean first = projectId == null;
                projectId = value;
                yield first;
            }
            case "address" -> {
                boolean first = address == null;
                address = value;
                yield first;
            }
            default -> false;
        };
    }

    /** The text of a value; null for one that is blank or wrongly encoded. */
    private static @Nullable String text(String query, int start, int end) {
        String raw = query.substring(start, end);
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
            return raw.isEmpty() ? null : raw;
        }
        try {
            String decoded = URLDecoder.decode(raw, StandardCharsets.UTF_8).strip();
            return decoded.isEmpty() ? null : decoded;
        } catch (IllegalArgumentException wronglyEncoded) {
            return null;
        }
    }

    /** What is asked, at a moment. */
    GatewayRequest request(Instant at) {
        if (organizationId == null) {
            throw new IllegalStateException("a query without an organization is not in the plain form");
        }
        return new GatewayRequest(organizationId, apiKeyId, projectId, address, at);
    }
}
