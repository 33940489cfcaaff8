/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Files of the jar that are served: each by its own route, so that no path can lead to another one. */
final class Assets {

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "yaml", "application/yaml");

    private Assets() {}

    static Route route(String path, String resource) {
        byte[] content = read(resource);
        String contentType = contentType(resource);
        return Route.open(path, asked -> asked.contentType(contentType).result(content));
    }

    private static String contentType(String resource) {
        String extension = resource.substring(resource.lastIndexOf('.') + 1);
        String known = CONTENT_TYPES.get(extension);
        if (known == null) {
            throw new IllegalArgumentException(resource + ": no content type is known for it");
        }
        return known;
    }

    private static byte[] read(String resource) {
        try (InputStream content = Assets.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
