/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import io.whence.ingest.format.LogFormat;
import io.whence.ingest.format.LogFormats;
import io.whence.ingest.format.OrganizationSource;
import org.jspecify.annotations.Nullable;

/**
 * How logs are to be read.
 *
 * @param format the format of all of them, or null to tell each by its first lines
 * @param organization where the organization comes from, or null for the lines' own
 */
public record LogReading(
        @Nullable LogFormat format, @Nullable OrganizationSource organization) {

    /** As the options {@code --format} and {@code --organization} say; refuses what does not go together. */
    public static LogReading of(String format, @Nullable OrganizationSource organization) {
        var named = format.equals(LogFormats.AUTO) ? null : LogFormats.named(format);
        var reading = new LogReading(named, organization);
        if (named != null) {
            reading.check(named);
        }
        return reading;
    }

    void check(LogFormat chosen) {
        chosen.objection(organization).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }
}
