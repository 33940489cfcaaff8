/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.cases.ActionKind;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.policy.PolicyText;
import io.whence.domain.policy.RegionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A customer in Shanghai is refused from 14 July 2024 at 00:00 on; what gateways serve all the same is found out. */
class LeakTest {

    private static final String SHANGHAI = "116.224.1.7";
    private static final String BERLIN = "91.64.1.7";

    private final List<AccessEvent> events = new ArrayList<>();
    private int next;

    private static Scenario refused(RegionPolicy policy) {
        return new Scenario()
                .given(policy)
                .givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134)
                .givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320)
                .requests("lotus", SHANGHAI, "2024-06-24", 20, 30);
    }

    private LeakTest served(String time, @Nullable String gateway) {
        return answered(time, SHANGHAI, 200, gateway);
    }

    private LeakTest answered(String time, String address, int status, @Nullable String gateway) {
        events.add(new AccessEvent(
                "leak-" + next++,
                Instant.parse(time),
                "lotus",
                null,
                "key-1",
                Channel.API,
                address,
                null,
                "POST",
                "/v1/chat",
                status,
                null,
                null,
                null,
                null,
                null,
                gateway,
                null));
        return this;
    }

    /** What is said of each leak in the end. */
    private List<String> found(Scenario scenario) {
        events.forEach(scenario::accept);
        return scenario.finish().leaks().stream().map(LeakTest::line).toList();
    }

    private static String line(JsonNode leak) {
        assertThat(leak.get("organization_id").asText()).isEqualTo("lotus");
        assertThat(leak.get("scope").asText()).isEqualTo("LOCATION");
        assertThat(leak.get("region").asText()).isEqualTo("CN");
        assertThat(leak.get("notice_id").asText()).isNotBlank();
        return String.join(
                " ",
                leak.get("gateway").asText(),
                leak.get("first_minute").asText(),
                leak.get("last_minute").asText(),
                leak.get("minutes").asText(),
                leak.get("requests").asText(),
                leak.get("closed").asText());
    }

    @Test
    void namesTheGatewayTheMinutesAndTheCountOfWhatWasServed() {
        served("2024-07-14T05:00:00Z", "WAW").served("2024-07-14T05:00:59Z", "WAW");
        served("2024-07-14T05:10:30Z", "WAW").served("2024-07-14T06:00:00Z", null);
        served("2024-07-15T05:00:00Z", "WAW").answered("2024-07-15T05:01:00Z", SHANGHAI, 500, "WAW");
        answered("2024-07-15T05:02:00Z", SHANGHAI, 403, "FRA").answered("2024-07-15T05:03:00Z", BERLIN, 200, "FRA");

        try (Scenario scenario = refused(Scenario.openAiApi())) {
            assertThat(found(scenario))
                    .containsExactly(
                            "WAW 2024-07-14T05:00:00Z 2024-07-14T05:10:00Z 2 3 true",
                            "unknown 2024-07-14T06:00:00Z 2024-07-14T06:00:00Z 1 1 true",
                            "WAW 2024-07-15T05:00:00Z 2024-07-15T05:01:00Z 2 2 true");
        }
    }

    @Test
    void saysSoAtTheFirstRequestThatCameThrough() {
        served("2024-07-14T05:00:00Z", "WAW").served("2024-07-14T05:10:00Z", "WAW");

        try (Scenario scenario = refused(Scenario.openAiApi())) {
            events.forEach(scenario::accept);
            assertThat(scenario.collect().leaks())
                    .extracting(LeakTest::line)
                    .containsExactly("WAW 2024-07-14T05:00:00Z 2024-07-14T05:00:00Z 1 1 false");
            assertThat(scenario.backtest().state().leaks())
                    .singleElement()
                    .satisfies(leak -> assertThat(leak.requests()).isEqualTo(2));
            assertThat(scenario.finish().leaks())
                    .extracting(LeakTest::line)
                    .containsExactly("WAW 2024-07-14T05:00:00Z 2024-07-14T05:10:00Z 2 2 true");
            assertThat(scenario.backtest().state().leaks()).isEmpty();
        }
    }

    @Test
    void anOrderMayTakeHalfAnHourToReachTheLastGateway() {
        served("2024-07-13T23:59:59Z", "WAW").served("2024-07-14T00:00:00Z", "WAW");
        served("2024-07-14T00:29:59Z", "WAW").served("2024-07-14T00:30:00Z", "WAW");

        try (Scenario scenario = refused(Scenario.openAiApi())) {
            assertThat(found(scenario)).containsExactly("WAW 2024-07-14T00:30:00Z 2024-07-14T00:30:00Z 1 1 true");
        }
    }

    @Test
    void aRequestThatIsReportedTwiceWasServedOnce() {
        served("2024-07-14T05:00:00Z", "WAW");
        events.add(events.get(0));

        try (Scenario scenario = refused(Scenario.openAiApi())) {
            assertThat(found(scenario)).containsExactly("WAW 2024-07-14T05:00:00Z 2024-07-14T05:00:00Z 1 1 true");
        }
    }

    @Test
    void theOrderInWhichRequestsComeInDoesNotMatter() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        for (int hour = 0; hour < 30; hour++) {
            String time = Instant.parse("2024-07-14T00:10:00Z")
                    .plusSeconds(hour * 3_600L)
                    .toString();
            served(time, hour % 3 == 0 ? "WAW" : "FRA");
        }
        List<String> inOrder;
        try (Scenario scenario = refused(Scenario.openAiApi())) {
            inOrder = found(scenario);
        }
        assertThat(inOrder).hasSize(4);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(events, new Random(seed + round));
            try (Scenario scenario = refused(Scenario.openAiApi())) {
                assertThat(found(scenario)).isEqualTo(inOrder);
            }
        }
    }

    @Test
    void brakesThatOfficersPullExcuseWhatIsServed() {
        served("2024-07-14T05:00:00Z", "WAW").served("2024-07-14T06:00:00Z", "WAW");
        try (Scenario scenario = refused(Scenario.openAiApi())) {
            control(scenario, ControlKind.FREEZE_REGION, "CN", true, "2024-07-14T05:30:00Z");
            events.forEach(scenario::accept);
            events.clear();
            control(scenario, ControlKind.FREEZE_REGION, "CN", false, "2024-07-14T07:00:00Z");
            served("2024-07-14T07:29:00Z", "WAW").served("2024-07-14T07:30:00Z", "WAW");

            assertThat(found(scenario)).containsExactly("WAW 2024-07-14T05:00:00Z 2024-07-14T07:30:00Z 2 2 true");
        }
    }

    private static void control(Scenario scenario, ControlKind kind, String subject, boolean active, String at) {
        scenario.backtest()
                .control(new Control("c-" + at, kind, subject, active, "ann", "LOOKED_AT", Instant.parse(at), null));
    }

    @Test
    void whatIsServedAfterALiftIsNoLeak() {
        served("2024-07-14T05:00:00Z", "WAW").served("2024-07-14T13:00:00Z", "WAW");
        try (Scenario scenario = refused(Scenario.openAiApi())) {
            scenario.backtest().action(lift("2024-07-14T12:00:00Z"));

            assertThat(found(scenario)).containsExactly("WAW 2024-07-14T05:00:00Z 2024-07-14T05:00:00Z 1 1 true");
        }
    }

    private static OfficerAction lift(String at) {
        return new OfficerAction(
                "lift-1",
                "lotus",
                ActionKind.LIFT,
                Instant.parse(at),
                "ann",
                "MENDED",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void aShadowOrderIsNotLeaked() {
        served("2024-07-14T05:00:00Z", "WAW");
        RegionPolicy shadow = PolicyText.version(1, "mode: shadow").policy();
        try (Scenario scenario = refused(shadow)) {
            assertThat(found(scenario)).isEmpty();
        }
        try (Scenario scenario = refused(PolicyText.version(1, "mode: live").policy())) {
            assertThat(found(scenario)).hasSize(1);
        }
    }
}
