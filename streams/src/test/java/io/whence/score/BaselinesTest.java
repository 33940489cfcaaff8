/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.NetworkType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    private static final Instant START = Instant.parse("2024-09-01T00:00:00Z");
    private static final String ORGANIZATION = "org-OFFICE";

    private final Baselines baselines = new Baselines();

    @Test
    void oneRequestIsEnoughForTheFirstRuleButNotForTheShare() {
        request(0, false, NetworkType.EYEBALL, 50);
        for (int hour = 1; hour < 50; hour++) {
            request(hour, false, NetworkType.EYEBALL, 50);
        }
        request(60, true, NetworkType.EYEBALL, 50);

        assertThat(warned()).containsExactlyInAnyOrder("B1 any request", "B4 any, no hosting or edge");
    }

    @Test
    void hostingAndEdgeDoNotCountForTheFourthRule() {
        request(0, true, NetworkType.HOSTING, 22);
        request(10, true, NetworkType.EDGE_PLATFORM, 22);

        assertThat(warned()).containsExactlyInAnyOrder("B1 any request", "B2 5 % of requests");
    }

    @Test
    void aFifthThroughNamedVpnsIsEnoughForTheThirdRule() {
        for (int hour = 0; hour < 20; hour++) {
            request(hour, false, hour % 5 == 0 ? NetworkType.VPN : NetworkType.EYEBALL, 50);
        }

        assertThat(warned()).containsExactly("B3 20 % on VPN lists");
    }

    @Test
    void threeFlightsFasterThanAnAirlinerAreEnoughForTheFifthRule() {
        request(0, false, NetworkType.EYEBALL, 50);
        request(1, false, NetworkType.EYEBALL, -30);
        request(2, false, NetworkType.EYEBALL, 50);
        assertThat(warned()).isEmpty();

        request(3, false, NetworkType.EYEBALL, -30);
        assertThat(warned()).containsExactly("B5 three impossible travels");
    }

    private void request(int hour, boolean unsupported, NetworkType network, double latitude) {
        baselines.count(
                ORGANIZATION, new Baselines.Seen(START.plusSeconds(3600L * hour), unsupported, network, latitude, 10));
    }

    private List<String> warned() {
        return baselines.outcomes(List.of(Outcomes.clean("OFFICE"))).entrySet().stream()
                .filter(rule -> rule.getValue().get(0).warned())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}
