/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * The sentences of a notice. They say what was seen and what to do, never more than the evidence, never how to hide.
 */
final class NoticeText {

    private NoticeText() {}

    static String summary(Classification classification, List<Cause> causes, Assessment assessment) {
        long requests = 0;
        int days = 0;
        for (Cause cause : causes) {
            RegionTraffic traffic = trafficOf(cause, assessment);
            requests += traffic.requests();
            days = Math.max(days, traffic.days());
        }
        LocalDate first = LocalDate.ofInstant(assessment.windowStart(), ZoneOffset.UTC);
        LocalDate last =
                LocalDate.ofInstant(assessment.windowEnd(), ZoneOffset.UTC).minusDays(1);
        return String.format(
                Locale.ROOT,
                "Between %s and %s (UTC), %d requests on up to %d days %s %s.",
                first,
                last,
                requests,
                days,
                verb(classification),
                NoticeWriter.regionsOf(causes));
    }

    private static RegionTraffic trafficOf(Cause cause, Assessment assessment) {
        return assessment.regions().stream()
                .filter(traffic -> traffic.region().equals(cause.region()))
                .findFirst()
                .orElseThrow();
    }

    private static String verb(Classification classification) {
        return switch (classification) {
            case EDGE_PLATFORM -> "reached us from an edge or serverless platform that ran your code in";
            case CORPORATE_EGRESS -> "reached us through a corporate network service with exits in";
            case GEOLOCATION_DISPUTED -> "came from networks that our geolocation data, which may be wrong, places in";
            default -> "came directly from networks located in";
        };
    }

    static String remedy(NoticeKind kind, Classification classification, String regions) {
        return switch (classification) {
            case EDGE_PLATFORM ->
                "Pin the region in which your platform runs the functions that call our API to a"
                        + " supported one. Nothing else is asked of you.";
            case CORPORATE_EGRESS ->
                "Ask your network service for an exit in a supported region, or register your"
                        + " egress networks with us. Nothing else is asked of you.";
            case GEOLOCATION_DISPUTED ->
                "If you do not operate in " + regions
                        + ", nothing is asked of you; tell us where these networks are so that we can correct our data.";
            default ->
                kind == NoticeKind.WARNING
                        ? "Stop using the API from " + regions
                                + " before the date of enforcement. If this is not your traffic, rotate the keys named"
                                + " here. If the location is wrong, appeal with what you know of these networks."
                        : "Look at the keys and networks named here. If this is not your traffic, rotate the keys."
                                + " Nothing is enforced because of this notice.";
        };
    }
}
