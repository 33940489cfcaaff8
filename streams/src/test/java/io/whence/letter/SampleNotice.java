/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import io.whence.domain.cases.Aftermath;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.NetworkUse;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.RegionTraffic;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.Finding;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.Egress;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Notices to write letters from; what differs is named, all else is the same and recognizable.
 *
 * @param kind the kind
 * @param classification the winning explanation
 * @param mode live or shadow
 * @param text what stands in all places that others fill, or null for usual things
 * @param keys API keys of each region
 * @param aftermath what became of the traffic, or null
 * @param id of the notice
 * @param question whether it rests on evidence of a masked origin alone
 */
public record SampleNotice(
        NoticeKind kind,
        Classification classification,
        PolicyMode mode,
        @Nullable String text,
        int keys,
        @Nullable Aftermath aftermath,
        String id,
        boolean question) {

    static final Instant EFFECTIVE = Instant.parse("2024-07-09T00:00:00Z");
    static final Instant FIRST = Instant.parse("2024-06-03T04:05:00Z");
    static final Instant LAST = Instant.parse("2024-06-21T17:45:00Z");

    public static SampleNotice of(NoticeKind kind, Classification classification) {
        return new SampleNotice(
                kind, classification, PolicyMode.LIVE, null, 1, null, "0123456789abcdef0123456789abcdef", false);
    }

    /** The same with this text as every name, key and sentence. */
    public SampleNotice filledWith(String hostile) {
        return new SampleNotice(kind, classification, mode, hostile, keys, aftermath, id, question);
    }

    public SampleNotice in(PolicyMode other) {
        return new SampleNotice(kind, classification, other, text, keys, aftermath, id, question);
    }

    public SampleNotice withId(String other) {
        return new SampleNotice(kind, classification, mode, text, keys, aftermath, other, question);
    }

    SampleNotice after(Aftermath what) {
        return new SampleNotice(kind, classification, mode, text, keys, what, id, question);
    }

    /** The same without any request from an unsupported region: it asks, and nothing is refused. */
    SampleNotice asQuestion() {
        return new SampleNotice(kind, classification, mode, text, keys, aftermath, id, true);
    }

    Notice withKeys(int many) {
        return new SampleNotice(kind, classification, mode, text, many, aftermath, id, question).notice();
    }

    private String or(String usual) {
        return text == null ? usual : text;
    }

    /** The notice, about China and Crimea, and traffic whose place in Ukraine is not known. */
    public Notice notice() {
        return of("org-lotus");
    }

    /** The same about another organization. */
    public Notice of(String organizationId) {
        return new Notice(
                or(id),
                or(organizationId),
                or("Lotus Robotics"),
                or("case-7"),
                kind,
                classification,
                mode,
                Instant.parse("2024-06-24T06:00:00Z"),
                or("openai-api"),
                3,
                or("OpenAI API, supported countries and territories"),
                EFFECTIVE,
                Instant.parse("2024-05-27T00:00:00Z"),
                Instant.parse("2024-06-24T00:00:00Z"),
                question ? List.of(traffic("UA", Standing.INDETERMINATE, 77)) : regions(),
                0.587,
                1.5,
                or("1"),
                reasons(),
                Classification.TRAVELLER,
                0.213,
                or("A sentence."),
                or("A remedy."),
                List.of(new DatabaseBuild(or("GeoLite2-City"), FIRST, or("ab".repeat(32)))),
                0.998,
                aftermath);
    }

    private List<RegionTraffic> regions() {
        return List.of(
                traffic("CN", Standing.UNSUPPORTED, 1_513),
                traffic("UA-43", Standing.UNSUPPORTED, 1),
                traffic("UA", Standing.INDETERMINATE, 77));
    }

    private List<Finding> reasons() {
        return question ? masked() : direct();
    }

    private static List<Finding> masked() {
        return List.of(
                new Finding(
                        "TIME_ZONE",
                        Family.TIME,
                        10.9,
                        FIRST,
                        LAST,
                        "On 18 days the hours of requests fit UTC+8, and not the zones of the organization's country."),
                new Finding("VPN", Family.ANONYMIZER, 6, FIRST, LAST, "60 % of the active time came through VPNs."),
                new Finding("BILLING_CN", Family.CLIENT, 4.6, null, null, "The organization is billed in CN."),
                new Finding("PRIOR", Family.PRIOR, -20.0, null, null, "1 organization in 100."));
    }

    private List<Finding> direct() {
        return List.of(
                new Finding(
                        or("DIRECT_EGRESS_CN"),
                        Family.DIRECT_EGRESS,
                        21.5,
                        FIRST,
                        LAST,
                        or("Requests came directly out of CN on 18 days.")),
                new Finding("PRIOR", Family.PRIOR, -20.0, null, null, or("1 organization in 100.")));
    }

    private RegionTraffic traffic(String region, Standing standing, long requests) {
        return new RegionTraffic(
                new Region(region),
                standing,
                requests,
                requests - 1,
                0.4375,
                18,
                17,
                2,
                17,
                FIRST,
                LAST,
                Agreement.CONFIRMED,
                Classification.EDGE_PLATFORM,
                IntStream.rangeClosed(1, keys)
                        .mapToObj(key -> new KeyUse(or("key-" + key), key))
                        .toList(),
                List.of(
                        new NetworkUse(
                                new Egress("203.0.113.0/24", 4134, or("Example Telecom")),
                                NetworkType.EYEBALL,
                                requests),
                        new NetworkUse(new Egress("2001:db8::/48", 0, null), NetworkType.UNKNOWN, requests)),
                0,
                0);
    }
}
