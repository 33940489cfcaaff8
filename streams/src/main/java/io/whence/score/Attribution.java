/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which explanations are right for which kind of organization. */
public final class Attribution {

    private static final Map<String, Set<String>> RIGHT = Map.ofEntries(
            Map.entry("DIRECT", Set.of("DIRECT", "MIXED")),
            Map.entry("VPN_HOPPING", Set.of("VPN", "MIXED")),
            Map.entry("CLOUD_RELAY", Set.of("CLOUD_RELAY", "MIXED")),
            Map.entry("RESIDENTIAL_PROXY", Set.of("RESIDENTIAL_PROXY", "MIXED")),
            Map.entry("RESELLER", Set.of("RESELLER", "CLOUD_RELAY")),
            Map.entry("LEAK", Set.of("DIRECT", "VPN", "MIXED")),
            Map.entry("THRESHOLD_HUGGER", Set.of("DIRECT", "CLOUD_RELAY", "MIXED")),
            Map.entry("FORGED_FORWARDING", Set.of("FORGED_FORWARDING", "DIRECT", "MIXED")),
            Map.entry("HYDRA", Set.of("HYDRA")));

    private Attribution() {}

    /** Whether an explanation is right for a kind of violator. */
    public static boolean right(String archetype, String classification) {
        return RIGHT.getOrDefault(archetype, Set.of()).contains(classification);
    }

    /** Share of the warned violators whose warning explains them rightly. */
    public static double accuracy(List<Outcome> outcomes) {
        List<Outcome> warned =
                Shares.violators(outcomes).stream().filter(Outcome::warned).toList();
        return Shares.of(warned, outcome -> {
            String classification = outcome.verdict().classification();
            return classification != null && right(outcome.subject().archetype(), classification);
        });
    }
}
