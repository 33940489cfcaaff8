/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.NetworkUse;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.RegionTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was seen, region by region: how much, when, with which keys, through which networks.
 *
 * @param notice the notice
 * @param phrases the wording
 * @param wording numbers and dates
 */
record Seen(Notice notice, Phrases phrases, Wording wording) {

    /** Keys, and networks, told of one region; the notice itself holds more. */
    static final int MOST = 20;

    List<Block> blocks(Map<String, String> values) {
        if (notice.regions().isEmpty()) {
            return List.of(new Block.Paragraph(phrases.text("seen.window", values)), nothing());
        }
        return List.of(
                new Block.Paragraph(phrases.text("seen.window", values)),
                new Block.Points(notice.regions().stream().map(this::region).toList()));
    }

    private Block nothing() {
        return new Block.Paragraph(phrases.text("seen.nothing"));
    }

    private Block.Point region(RegionTraffic traffic) {
        List<String> details = new ArrayList<>();
        details.add(phrases.text(
                "seen.between",
                Map.of("first", wording.moment(traffic.firstSeen()), "last", wording.moment(traffic.lastSeen()))));
        details.add(phrases.text("seen.direct", amount(traffic.direct(), traffic.directDays())));
        if (traffic.providerPlaced() != null) {
            details.add(phrases.text(
                    "seen.provider", Map.of("explanation", phrases.text("explanation." + traffic.providerPlaced()))));
        }
        add(traffic.keys(), this::key, details);
        addKeyless(traffic, details);
        add(traffic.networks(), this::network, details);
        return new Block.Point(headline(traffic), details);
    }

    private Map<String, String> amount(long requests, int days) {
        return Map.of("requests", wording.count("requests", requests), "days", wording.count("days", days));
    }

    private String headline(RegionTraffic traffic) {
        return phrases.text(
                "seen.region",
                Map.of(
                        "region", wording.region(traffic.region()),
                        "requests", wording.count("requests", traffic.requests()),
                        "share", wording.percent(traffic.share()),
                        "days", wording.count("days", traffic.days()),
                        "standing", phrases.text("standing." + traffic.standing())));
    }

    private <T> void add(List<T> all, Function<T, String> line, List<String> details) {
        all.stream().limit(MOST).map(line).forEach(details::add);
        if (all.size() > MOST) {
            details.add(phrases.text("seen.more", Map.of("n", wording.number(all.size() - MOST))));
        }
    }

    private String key(KeyUse key) {
        return phrases.text(
                "seen.key",
                Map.of("key", Inert.of(key.apiKeyId()), "requests", wording.count("requests", key.requests())));
    }

    /** What no key above accounts for, so that the lines add up. */
    private void addKeyless(RegionTraffic traffic, List<String> details) {
        long named = traffic.keys().stream().mapToLong(KeyUse::requests).sum();
        if (named < traffic.requests()) {
            details.add(phrases.text(
                    "seen.keyless", Map.of("requests", wording.count("requests", traffic.requests() - named))));
        }
    }

    private String network(NetworkUse network) {
        return phrases.text(
                "seen.network",
                Map.of(
                        "prefix", Inert.of(network.egress().prefix()),
                        "operator", operator(network),
                        "type", phrases.text("type." + network.type()),
                        "requests", wording.count("requests", network.requests())));
    }

    private String operator(NetworkUse network) {
        String unknown = phrases.text("seen.operator_unknown");
        String name = network.egress().name() == null
                ? unknown
                : Inert.of(network.egress().name());
        long asn = network.egress().asn();
        return asn == 0 ? name : phrases.text("seen.operator", Map.of("name", name, "asn", Long.toString(asn)));
    }
}
