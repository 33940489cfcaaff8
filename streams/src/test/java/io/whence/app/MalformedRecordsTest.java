/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.tally.Ledger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MalformedRecordsTest {

    private static final String SHANGHAI = "114.80.1.7";

    @Test
    void everyKindIsBuriedUnderItsReasonAndEveryGoodRecordCounts() {
        try (Scenario scenario =
                new Scenario().given(Scenario.openAiApi()).givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134)) {
            Backtest backtest = scenario.backtest();
            List<MalformedRecords.Kind> kinds = MalformedRecords.all(backtest::encode, backtest.otherSchemaId());
            for (int day = 0; day < 5; day++) {
                scenario.requests("acme", SHANGHAI, "2024-06-" + (24 + day), 1, 40);
                kinds.forEach(kind -> scenario.acceptRaw(kind.key(), kind.value()));
            }
            scenario.finish();

            assertThat(kinds).hasSizeGreaterThanOrEqualTo(40);
            assertThat(named(kinds, scenario.deadLetters().subList(0, kinds.size())))
                    .containsExactlyElementsOf(named(
                            kinds,
                            kinds.stream().map(MalformedRecords.Kind::reason).toList()));
            assertThat(scenario.deadLetters()).hasSize(5 * kinds.size());
            Ledger ledger = scenario.ledger();
            assertThat(ledger.deadLettered()).isEqualTo(5L * kinds.size());
            assertThat(ledger.tallied()).isEqualTo(200);
            assertThat(ledger.imbalance()).isZero();
            assertThat(scenario.expectOneNotice().organizationId()).isEqualTo("acme");
        }
    }

    private static List<String> named(List<MalformedRecords.Kind> kinds, List<String> reasons) {
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> kinds.get(i).name() + ": " + reasons.get(i))
                .toList();
    }
}
