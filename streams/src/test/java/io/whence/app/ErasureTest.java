/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.NetworkType;
import io.whence.proof.Entry;
import io.whence.proof.Verification;
import io.whence.wire.Contracts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of an organization once its profile is erased. */
class ErasureTest {

    private static final String SHANGHAI = "114.80.1.7";

    private static Organization profile() {
        return new Organization(
                "acme", "Acme Robotics", null, null, null, "jane@acme.example", null, null, List.of(), List.of());
    }

    @Test
    void theChainVerifiesAfterTheProfileIsErasedAndHoldsNothingThatWasRaw() {
        try (Scenario scenario = new Scenario()) {
            scenario.given(Scenario.openAiApi()).givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134);
            scenario.backtest().organization(profile());
            scenario.requests("acme", SHANGHAI, "2024-06-24", 6, 40);
            scenario.backtest().erase("acme");
            scenario.requests("acme", SHANGHAI, "2024-06-30", 6, 40);
            scenario.backtest().finish(Instant.parse("2024-07-20T00:00:00Z").plus(Duration.ofHours(7)));
            scenario.collect();

            List<CaseEvent> events = scenario.caseEvents();
            List<Entry> entries = new ArrayList<>();
            for (CaseEvent event : events) {
                entries.add(new Entry("case-events", entries.size() + 1L, event));
            }

            assertThat(events).hasSizeGreaterThan(2);
            assertThat(Verification.of(new Verification.Material(entries, List.of(), List.of()))
                            .flaws())
                    .isEmpty();
            assertThat(events)
                    .extracting(Contracts.CASE_EVENT::toJson)
                    .noneMatch(json -> json.contains(SHANGHAI) || json.contains("Acme") || json.contains("jane@"));
            assertThat(scenario.notices())
                    .extracting(Contracts.NOTICE::toJson)
                    .isNotEmpty()
                    .noneMatch(json -> json.contains(SHANGHAI) || json.contains("Acme") || json.contains("jane@"));
        }
    }
}
