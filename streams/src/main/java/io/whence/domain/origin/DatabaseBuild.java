/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import java.time.Instant;

/**
 * Which build of which geolocation source an answer came from; recorded with every verdict.
 *
 * @param source database type or list name, such as {@code GeoLite2-City} or {@code tor}
 * @param builtAt when its publisher built it
 * @param sha256 checksum of the file, 64 lower-case hexadecimal digits
 */
public record DatabaseBuild(String source, Instant builtAt, String sha256) {}
