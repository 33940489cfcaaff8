/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What gateways are to do, all of it or what has changed.
 *
 * @param version what it brings a gateway up to
 * @param checksum of everything in force at that version, see {@link #checksum}
 * @param full whether it is everything; otherwise only what changed, to be put over what the gateway has
 * @param orders in the order of their keys; in a full answer those that refuse, otherwise also those that allow again
 * @param controls in the order of their keys; in a full answer the active ones, otherwise also those released
 */
public record Decisions(
        TableVersion version,
        String checksum,
        boolean full,
        List<StandingOrder> orders,
        List<StandingControl> controls) {

    public Decisions {
        orders = List.copyOf(orders);
        controls = List.copyOf(controls);
    }

    /**
     * SHA-256, in hexadecimal digits, of one line for each order that refuses and for each active control, sorted as
     * text, each ended by a line feed, in UTF-8. The fields of a line are joined by tabs: for an order its key, mode,
     * version, effective and expiry time; for a control its key and end, or a hyphen.
     */
    static String checksum(List<StandingOrder> refusing, List<StandingControl> active) {
        String canonical = Stream.concat(
                        refusing.stream().map(Decisions::line), active.stream().map(Decisions::line))
                .sorted()
                .collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String line(StandingOrder order) {
        var decision = order.decision();
        return String.join(
                        "\t",
                        decision.key(),
                        decision.mode().name(),
                        Long.toString(decision.version()),
                        decision.effectiveAt().toString(),
                        order.expiresAt().toString())
                + "\n";
    }

    private static String line(StandingControl standing) {
        Instant until = standing.control().until();
        return standing.control().key() + "\t" + (until == null ? "-" : until.toString()) + "\n";
    }
}
