/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.nio.file.Path;

/** Where pictures of the page go: below target, or into the documents with {@code -Dwhence.golden.write=true}. */
final class Pictures {

    private Pictures() {}

    static Path file(String name) {
        return Boolean.getBoolean("whence.golden.write")
                ? Path.of("docs", "images", name)
                : Path.of("target", "pictures", name);
    }
}
