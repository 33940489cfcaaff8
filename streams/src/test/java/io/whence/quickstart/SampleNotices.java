/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.RegionTraffic;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.Standing;
import java.time.Instant;
import java.util.List;

/** Notices to test with. */
final class SampleNotices {
    private static final Instant JUNE = Instant.parse("2024-06-03T00:00:00Z");
    private static final Instant ANNOUNCED = Instant.parse("2024-06-24T06:00:00Z");
    private static final Instant EFFECTIVE = Instant.parse("2024-07-09T00:00:00Z");

    private SampleNotices() {}

    static Notice of(String organization, NoticeKind kind, String region, long requests) {
        return new Notice(
                "n-" + organization,
                organization,
                null,
                "case",
                kind,
                Classification.DIRECT,
                PolicyMode.LIVE,
                ANNOUNCED,
                "openai-api",
                1,
                "OpenAI API",
                EFFECTIVE,
                JUNE,
                ANNOUNCED,
                List.of(traffic("UA", Standing.INDETERMINATE, 7), traffic(region, Standing.UNSUPPORTED, requests)),
                0.7,
                3.7,
                "1",
                List.of(),
                Classification.TRAVELLER,
                0.3,
                "Requests came directly out of networks that our data places in " + region + ".",
                "Stop.",
                List.of(),
                1,
                null);
    }

    private static RegionTraffic traffic(String region, Standing standing, long requests) {
        return new RegionTraffic(
                new Region(region),
                standing,
                requests,
                requests,
                1,
                20,
                20,
                1,
                3,
                JUNE,
                ANNOUNCED,
                Agreement.UNCHECKED,
                null,
                List.of(),
                List.of(),
                0,
                0);
    }
}
