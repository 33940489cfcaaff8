/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.Thresholds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a notice. They say what was seen and what to do, never more than the evidence, never how to hide.
 */
final class NoticeText {

    private NoticeText() {}

    static String summary(Telling telling, Assessment assessment, PolicyMode mode) {
        String regions = NoticeWriter.regionsOf(telling.causes());
        boolean live = mode == PolicyMode.LIVE;
        return switch (telling.kind()) {
            case ADVISORY, WARNING -> seen(telling, assessment) + maskedSince(telling);
            case REMINDER ->
                "From " + telling.effectiveAt() + " on, requests from " + regions
                        + (live ? " may be refused, if they go on." : " would be refused if the policy were live.");
            case ENFORCEMENT ->
                "Since " + telling.effectiveAt() + ", requests from " + regions
                        + (live ? " are refused." : " would be refused if the policy were live. They are not.");
            case LIFT -> "The matter of requests from " + regions + " is closed: " + over(telling.lift()) + ".";
        };
    }

    /** What is added where a warning cannot be enforced for now; empty where it can. */
    static String withheld(List<Cause> causes) {
        return causes.isEmpty()
                ? ""
                : " Nothing is refused from " + NoticeWriter.regionsOf(causes)
                        + " for now: appeals have shown that what this rests on is wrong there too often.";
    }

    private static String maskedSince(Telling telling) {
        return telling.aftermath() == Aftermath.MASKED
                ? " Since our warning they have ended, and as many now come from networks that do not show where"
                        + " requests start."
                : "";
    }

    private static String over(@Nullable LiftCause cause) {
        if (cause == null) {
            return "nothing is asked of you";
        }
        return switch (cause) {
            case CLEAN -> "there have been none for the time the policy asks";
            case MOVED -> "your requests now come from supported regions";
            case POLICY_CHANGED -> "the policy supports the region";
            case DATABASE_CHANGED -> "newer geolocation places the networks elsewhere";
            case EXPLAINED -> "networks you registered, or a platform, explain them";
            case EXEMPTED -> "an exemption covers them";
            case APPEAL_UPHELD -> "your appeal was upheld";
            case OFFICER -> "our compliance team closed it";
        };
    }

    private static String seen(Telling telling, Assessment assessment) {
        if (telling.indirect()) {
            return "Between " + LocalDate.ofInstant(assessment.windowStart(), ZoneOffset.UTC) + " and "
                    + assessment.lastDay()
                    + " (UTC), what we saw of your requests does not fit the places that their addresses name. We do"
                    + " not know why, and ask you.";
        }
        List<RegionTraffic> regions = telling.causes().stream()
                .flatMap(cause -> assessment.unsupported(cause.region()).stream())
                .toList();
        long requests = regions.stream().mapToLong(RegionTraffic::requests).sum();
        int days = regions.stream().mapToInt(RegionTraffic::days).max().orElse(0);
        LocalDate first = LocalDate.ofInstant(assessment.windowStart(), ZoneOffset.UTC);
        LocalDate last = assessment.lastDay();
        return String.format(
                Locale.ROOT,
                "Between %s and %s (UTC), %s on %s%s %s %s.%s",
                first,
                last,
                count(requests, "request"),
                regions.size() > 1 ? "up to " : "",
                count(days, "day"),
                verb(telling.classification()),
                NoticeWriter.regionsOf(telling.causes()),
                telling.kind() == NoticeKind.WARNING ? few(regions, assessment) : "");
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Why so few requests are warned of, which alone would not be. */
    private static String few(List<RegionTraffic> regions, Assessment assessment) {
        Thresholds alone = assessment.policy().thresholds();
        return regions.stream().allMatch(traffic -> traffic.direct() < alone.requests())
                ? String.format(
                        Locale.ROOT,
                        " Alone they would be too few to write about; with the other reasons, the probability of use from"
                                + " there is %.1f %%.",
                        Math.floor(1000 * assessment.probability()) / 10)
                : "";
    }

    private static String verb(Classification classification) {
        return switch (classification) {
            case EDGE_PLATFORM -> "reached us from an edge or serverless platform that ran your code in";
            case CORPORATE_EGRESS -> "reached us through a corporate network service with exits in";
            case TRAVELLER -> "came, as on a journey, from";
            case END_USERS -> "came, perhaps from users of yours, from";
            case KEY_COMPROMISE -> "used one of your keys, perhaps without your knowing, from";
            case GEOLOCATION_DISPUTED -> "came from networks that our geolocation data, which may be wrong, places in";
            default -> "came directly out of networks that our data places in";
        };
    }

    static String remedy(Telling telling) {
        NoticeKind kind = telling.kind();
        if (kind == NoticeKind.LIFT) {
            return "Nothing is asked of you.";
        }
        if (telling.indirect()) {
            return "Tell us what explains the findings: a network service of yours, whose networks you can register with us,"
                    + " a journey, or customers of yours. If you use the API from a region that is not supported, stop."
                    + " Nothing is refused because of this notice.";
        }
        return remedy(kind, telling.classification(), NoticeWriter.regionsOf(telling.causes()));
    }

    static String remedy(NoticeKind kind, Classification classification, String regions) {
        return switch (classification) {
            case EDGE_PLATFORM ->
                "Pin the region in which your platform runs the functions that call our API to a"
                        + " supported one. Nothing else is asked of you.";
            case CORPORATE_EGRESS ->
                "Register the egress networks of your organization with us, so that they are recognized. Nothing else is"
                        + " asked of you.";
            case TRAVELLER ->
                "If somebody of yours was on a journey, nothing is asked of you. The API is not supported in " + regions
                        + ".";
            case END_USERS ->
                "If these are users of your application, offer it where the API is supported, and keep keys off their"
                        + " devices. Nothing is enforced because of this notice.";
            case KEY_COMPROMISE ->
                "Rotate the keys named here: somebody else may have one. Nothing is enforced because of this notice.";
            case GEOLOCATION_DISPUTED ->
                "If you do not operate in " + regions
                        + ", nothing is asked of you; tell us where these networks are so that we can correct our data.";
            default -> ifUsed(kind, regions);
        };
    }

    private static String ifUsed(NoticeKind kind, String regions) {
        if (kind == NoticeKind.ADVISORY) {
            return "Look at the keys and networks named here. If this is not your traffic, rotate the keys. Nothing is"
                    + " enforced because of this notice.";
        }
        String stop = kind == NoticeKind.ENFORCEMENT
                ? "; what is refused is allowed again once none of it has been tried for the clean period of the policy."
                : " before the date of enforcement; what is refused already is allowed again once nothing more of it comes.";
        return "Stop using the API from " + regions + stop
                + " If this is not your traffic, rotate the keys named here, and change passwords where somebody logged"
                + " in. If the location is wrong, appeal with what you know of these networks.";
    }
}
