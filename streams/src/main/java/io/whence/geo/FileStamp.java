/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.geo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What tells a file from its successor without reading it: time, size and identity, of its checksum file too.
 *
 * @param traits all of them, in text; "missing" for a file that is not there
 */
record FileStamp(List<String> traits) {

    FileStamp {
        traits = List.copyOf(traits);
    }

    static FileStamp of(Path file) {
        return new FileStamp(List.of(traits(file), traits(GeoFile.sidecar(file))));
    }

    /** Of all lists in a folder, or of the folder itself when it cannot be read. */
    static FileStamp ofLists(Path folder) {
        try {
            var traits = new ArrayList<String>();
            for (var list : NetworkLists.files(folder)) {
                traits.add(list + " " + of(list).traits);
            }
            return new FileStamp(traits);
        } catch (GeoSourceException unreadable) {
            return of(folder);
        }
    }

    private static String traits(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException unreadable) {
            return "missing";
        }
    }
}
