/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.origin.DatabaseBuild;
import java.time.Instant;

/**
 * Which build of which geolocation source was used.
 *
 * @param source database type or list name
 * @param builtAt when its publisher built it
 * @param sha256 checksum of the file
 */
public record GeolocationBuildView(String source, Instant builtAt, String sha256) {

    static GeolocationBuildView of(DatabaseBuild build) {
        return new GeolocationBuildView(build.source(), build.builtAt(), build.sha256());
    }
}
