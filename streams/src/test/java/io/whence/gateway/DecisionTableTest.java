/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Scope;
import io.whence.domain.policy.PolicyMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTableTest {

    @Test
    void namesTheSignalsThatAreSuspendedAtAMoment() {
        DecisionTable table = new DecisionTable();
        table.size(1, 1);
        table.hear(new StandingControl(signal(ControlKind.SUSPEND_SIGNAL, "DIRECT_EGRESS/HK/2024-07-02"), 0, 0));
        table.hear(new StandingControl(signal(ControlKind.RESTORE_SIGNAL, "DIRECT_EGRESS/HK/2024-07-09"), 0, 1));

        assertThat(table.suspendedSignals(Instant.parse("2024-07-01T23:59:59Z")))
                .isEmpty();
        assertThat(table.suspendedSignals(Instant.parse("2024-07-02T00:00:00Z")))
                .containsExactly("DIRECT_EGRESS/HK");
        assertThat(table.suspendedSignals(Instant.parse("2024-07-09T00:00:00Z")))
                .isEmpty();
        assertThat(table.all().controls()).as("what gateways obey").isEmpty();
    }

    private static Control signal(ControlKind kind, String subject) {
        Instant given = Instant.parse("2024-07-01T00:00:00Z");
        return new Control("c-" + kind, kind, subject, true, "ann", "TEST", given, null);
    }

    @Test
    void whatIsNewSinceAVersionPutOverItIsEverything() {
        SampleGate sample =
                new SampleGate().refuse("org-1", Scope.LOCATION, "CN").refuse("org-2", Scope.KEY, "key-1");
        DecisionTable table = sample.table();
        Decisions first = table.all();
        sample.hear(SampleGate.order("org-1", Scope.LOCATION, "CN", 2, false, PolicyMode.LIVE))
                .refuse("org-3", Scope.LOCATION, "RU")
                .control(ControlKind.STOP, Control.ALL, true);

        Decisions news = table.since(first.version());

        assertThat(news.full()).isFalse();
        assertThat(news.version()).hasToString("4-1");
        assertThat(keys(news.orders())).containsExactly("org-1/openai-api/LOCATION/CN", "org-3/openai-api/LOCATION/RU");
        Map<String, StandingOrder> gateway = new TreeMap<>();
        first.orders().forEach(order -> gateway.put(order.decision().key(), order));
        news.orders().forEach(order -> gateway.put(order.decision().key(), order));
        gateway.values().removeIf(order -> !order.decision().refuse());
        assertThat(Decisions.checksum(List.copyOf(gateway.values()), news.controls()))
                .isEqualTo(table.all().checksum())
                .isEqualTo(news.checksum())
                .isNotEqualTo(first.checksum());
    }

    @Test
    void nothingIsNewSinceTheVersionItself() {
        DecisionTable table =
                new SampleGate().refuse("org-1", Scope.LOCATION, "CN").table();

        assertThat(table.since(table.version()).orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-0", "0-9", "0.0-0", "0-0.0"})
    void aVersionThatIsNotOursGetsEverything(String version) {
        DecisionTable table =
                new SampleGate().refuse("org-1", Scope.LOCATION, "CN").table();

        Decisions answer = table.since(TableVersion.parse(version).orElseThrow());

        assertThat(answer.full()).isTrue();
        assertThat(answer.orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "1-", "1-x", "1--1", "9999999999999999999-0", "1.-1", " 1-1"})
    void whatIsNoVersionIsSeen(String text) {
        assertThat(TableVersion.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void instancesThatHeardThePartitionsInAnotherOrderAgree(long seed) {
        Random chance = new Random(seed);
        List<StandingOrder> heard = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            heard.add(new StandingOrder(
                    SampleGate.order("org-" + chance.nextInt(40), Scope.LOCATION, "CN", i, i % 3 > 0, PolicyMode.LIVE),
                    SampleGate.NOON,
                    i % 4,
                    i / 4));
        }
        heard.replaceAll(order -> partitionedByKey(order));
        List<StandingOrder> byPartition = new ArrayList<>(heard);
        byPartition.sort(java.util.Comparator.comparingInt(StandingOrder::partition));
        DecisionTable one = filled(heard);
        DecisionTable other = filled(byPartition);

        assertThat(other.version()).isEqualTo(one.version());
        assertThat(other.all().checksum()).isEqualTo(one.all().checksum());
    }

    private static StandingOrder partitionedByKey(StandingOrder order) {
        int partition = Math.floorMod(order.decision().key().hashCode(), 4);
        return new StandingOrder(
                order.decision(), order.heardAt(), partition, order.decision().version());
    }

    private static DecisionTable filled(List<StandingOrder> orders) {
        DecisionTable table = new DecisionTable();
        table.size(4, 1);
        orders.forEach(table::hear);
        return table;
    }

    @Test
    void whatCannotBeReadEndsTheRefusalOfItsScope() {
        SampleGate sample = new SampleGate().refuse("org-1", Scope.ORGANIZATION, "org-1");
        DecisionTable table = sample.table();

        table.forgetOrder("org-1/openai-api/ORGANIZATION/org-1", 0, 7);

        assertThat(table.ordersOf("org-1")).isEmpty();
        assertThat(table.version()).hasToString("8-0");
        assertThat(table.all().checksum()).isEqualTo(Decisions.checksum(List.of(), Collections.emptyList()));
    }

    private static List<String> keys(List<StandingOrder> orders) {
        return orders.stream().map(order -> order.decision().key()).toList();
    }
}
