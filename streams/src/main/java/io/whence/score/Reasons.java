/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which reasons are true of an organization. */
public final class Reasons {

    /** How many of the heaviest reasons are looked at. */
    public static final int TOP = 3;

    private static final String DIRECT = "DIRECT_EGRESS_";

    /** What each reason claims, by the start of its code; the first that fits. */
    private static final List<Map.Entry<String, Set<String>>> CLAIMS = List.of(
            Map.entry("DIRECT_EGRESS", Set.of("DIRECT_EGRESS")),
            Map.entry("LEAK", Set.of("DIRECT_EGRESS")),
            Map.entry("VPN", Set.of("ANONYMIZER")),
            Map.entry("TOR", Set.of("ANONYMIZER")),
            Map.entry("ANONYMIZER_HOPS", Set.of("ANONYMIZER", "TRAVEL")),
            Map.entry("RESIDENTIAL", Set.of("ANONYMIZER")),
            Map.entry("PROXY", Set.of("ANONYMIZER")),
            Map.entry("HOSTING", Set.of("HOSTING")),
            Map.entry("FOREIGN_CLOUD", Set.of("HOSTING")),
            Map.entry("TIME_ZONE", Set.of("TIME_ZONE")),
            Map.entry("HOLIDAY", Set.of("CALENDAR")),
            Map.entry("IMPOSSIBLE_TRAVEL", Set.of("TRAVEL")),
            Map.entry("SHARED", Set.of("SHARED_EGRESS")),
            Map.entry("EXIT", Set.of("SHARED_EGRESS")),
            Map.entry("HYDRA", Set.of("SHARED_EGRESS")),
            Map.entry("RELAY", Set.of("SHARED_EGRESS")),
            Map.entry("CREATION", Set.of("CREATION_BURST")),
            Map.entry("CREATED", Set.of("CREATION_BURST")),
            Map.entry("GAP", Set.of("LATENCY")),
            Map.entry("DETOUR", Set.of("LATENCY")),
            Map.entry("FORGED", Set.of("FORGED_FORWARDING")),
            Map.entry("CONSOLE", Set.of("CONSOLE")),
            Map.entry("LOG_INS_HOSTED", Set.of("HOSTING")),
            Map.entry("BILLING", Set.of("BILLING")));

    private Reasons() {}

    /** Whether a reason is true of the organization; one that nobody knows is not. */
    public static boolean isTrue(String code, Subject subject) {
        boolean placed = code.startsWith(DIRECT);
        String country = placed ? code.substring(DIRECT.length()).split("_", 2)[0] : "";
        return claims(code)
                        .map(claims -> claims.stream().anyMatch(subject.facts()::contains))
                        .orElse(false)
                && (!placed || subject.regions().contains(country));
    }

    /** What a reason claims; empty for a code that is not in the table. */
    public static Optional<Set<String>> claims(String code) {
        return CLAIMS.stream()
                .filter(claim -> code.startsWith(claim.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /** Share of the warnings that give reasons whose heaviest reasons are all true. */
    public static double fidelity(List<Outcome> outcomes) {
        List<Outcome> warned = outcomes.stream()
                .filter(outcome -> !outcome.verdict().reasons().isEmpty())
                .toList();
        return Shares.of(
                warned,
                outcome -> outcome.verdict().reasons().stream()
                        .limit(TOP)
                        .allMatch(code -> isTrue(code, outcome.subject())));
    }
}
