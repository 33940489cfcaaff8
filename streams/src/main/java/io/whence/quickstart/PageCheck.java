/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.cases.Notice;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Whether what came on the topic is to be seen over HTTP too.
 *
 * @param page where the application answers
 */
record PageCheck(URI page) {
    private static final int TIMEOUT_MILLIS = 5_000;

    /** What cannot be seen yet, a phrase each. */
    List<String> missing(Collection<Notice> notices) {
        try {
            var body = get("v1/notices?limit=500");
            return notices.stream()
                    .filter(notice -> !body.contains(notice.noticeId()))
                    .map(notice -> "notice " + notice.noticeId() + " for " + notice.organizationId() + " over HTTP")
                    .toList();
        } catch (IOException e) {
            return List.of("an answer of " + page + " (" + e.getMessage() + ")");
        }
    }

    private String get(String path) throws IOException {
        var connection = (HttpURLConnection) page.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
