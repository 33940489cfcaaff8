/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.topology.Topics;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an access event to a refusal at the endpoint that gateways ask, and back, on a real broker: the stream, the
 * officers and the brakes. Each test has organizations of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {

    private static final String REFUSAL = "unsupported_country_region_territory";
    private static final String APPROVE = "{\"kind\": \"APPROVE\", \"reason_code\": \"REVIEWED\"}";
    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final List<String> ENFORCED = List.of("appealing", "braked", "lasting", "lifted");

    private GatewayStory story;

    @BeforeAll
    void warnEverybody(@TempDir Path folder) throws Exception {
        story = GatewayStory.start(folder, Map.of());
        List<String> inChina = new ArrayList<>(ENFORCED);
        inChina.add("told");
        story.warn(inChina, GatewayStory.CHINA);
        story.warn(List.of("tried-out"), GatewayStory.IRAN);
        for (String organization : ENFORCED) {
            assertThat(story.act(organization, "approve-1", APPROVE).at("/status"))
                    .hasToString("\"DONE\"");
            story.sendWhenDue(organization, GatewayStory.CHINA);
        }
        for (String organization : ENFORCED) {
            awaitAnswer(organization, false);
        }
    }

    @AfterAll
    void stop() {
        story.close();
    }

    @Test
    void refusesOnlyAfterNoticeGraceAndApprovalAndSaysWhichNoticeToldOfIt() throws Exception {
        assertThat(story.check("told", GatewayStory.CHINA).at("/code").asText()).isEqualTo("allowed");

        story.sendWhenDue("told", GatewayStory.CHINA);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> allowed("told", GatewayStory.CHINA));
        story.act("told", "approve-1", APPROVE);
        JsonNode refused = awaitAnswer("told", false);

        assertThat(refused.at("/code").asText()).isEqualTo(REFUSAL);
        assertThat(refused.at("/scope").asText()).isEqualTo("LOCATION");
        assertThat(refused.at("/region").asText()).isEqualTo("CN");
        assertThat(refused.at("/policy_id").asText()).isEqualTo("example");
        assertThat(refused.at("/shadow").asBoolean()).isFalse();
        assertThat(refused.at("/notice_id").asText()).isEqualTo(noticeOfEnforcement("told"));
        assertThat(allowed("told", GatewayStory.GERMANY)).as("elsewhere").isTrue();
    }

    private String noticeOfEnforcement(String organization) throws IOException, InterruptedException {
        JsonNode notices = GatewayStory.read(story.send("/v1/notices?organization_id=" + organization, "act"))
                .get("notices");
        for (JsonNode notice : notices) {
            if (notice.at("/organization_id").asText().equals(organization)
                    && notice.at("/kind").asText().equals("ENFORCEMENT")) {
                return notice.at("/notice_id").asText();
            }
        }
        throw new AssertionError("no notice of enforcement in " + notices);
    }

    @Test
    void answersEnvoyAndNginxByStatusAndHeaders() throws Exception {
        HttpResponse<String> refused = story.send(story.request("/v1/check/ext-authz/v1/chat", "gate")
                .header("X-Whence-Organization", "lasting")
                .header("X-Whence-Address", GatewayStory.CHINA));
        HttpResponse<String> passed = story.send(story.request("/v1/check/ext-authz/v1/chat", "gate")
                .header("X-Whence-Organization", "lasting")
                .header("X-Whence-Address", GatewayStory.GERMANY));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("X-Whence-Code")).hasValue(REFUSAL);
        assertThat(refused.headers().firstValue("X-Whence-Notice")).hasValue(noticeOfEnforcement("lasting"));
        assertThat(passed.statusCode()).isEqualTo(200);
    }

    @Test
    void anAppealOpensTheGateUntilTheMidnightAfterItIsTurnedDown() throws Exception {
        act("appealing", "appeal-1", "{\"kind\": \"APPEAL\", \"reason_code\": \"CUSTOMER_OBJECTS\"}");
        awaitAnswer("appealing", true);

        act(
                "appealing",
                "decide-1",
                "{\"kind\": \"DECIDE_APPEAL\", \"reason_code\": \"LOOKED_AT\", \"upheld\": false, \"outcome\": \"CONFIRMED\"}");
        story.sendTheNextDay("appealing", GatewayStory.CHINA);
        assertThat(awaitAnswer("appealing", false).at("/code").asText()).isEqualTo(REFUSAL);
    }

    @Test
    void anOfficersLiftOpensTheGate() throws Exception {
        act("lifted", "lift-1", "{\"kind\": \"LIFT\", \"reason_code\": \"MENDED\"}");

        assertThat(awaitAnswer("lifted", true).at("/code").asText()).isEqualTo("allowed");
    }

    private void act(String organization, String id, String action) throws Exception {
        JsonNode became = story.act(organization, id, action);
        assertThat(became.at("/status").asText()).as(became.toString()).isEqualTo("DONE");
    }

    @Test
    void theKillSwitchAndTheFreezesAreObeyedWithinASecond() {
        expectObeyed(ControlKind.STOP, Control.ALL, "stopped");
        expectObeyed(ControlKind.FREEZE_REGION, "CN", "region_frozen");
        expectObeyed(ControlKind.FREEZE_ORGANIZATION, "braked", "organization_frozen");
    }

    private void expectObeyed(ControlKind kind, String subject, String code) {
        List<Long> millis = new ArrayList<>();
        story.withControls(topic -> {
            for (int i = 0; i < 20; i++) {
                boolean hold = i % 2 == 0;
                topic.write(new Control(kind + "-" + i, kind, subject, hold, "Jane Doe", "TEST", Instant.now(), null));
                long acknowledged = System.nanoTime();
                JsonNode answer = awaitAnswer("braked", hold);
                millis.add(Duration.ofNanos(System.nanoTime() - acknowledged).toMillis());
                assertThat(answer.at("/code").asText()).isEqualTo(hold ? code : REFUSAL);
                assertThat(answer.at("/notice_id").asText()).isNotBlank();
            }
        });
        Collections.sort(millis);
        System.out.println(kind + ": from the broker's acknowledgement to the answer, ms: " + millis);
        assertThat(millis).last().asInstanceOf(InstanceOfAssertFactories.LONG).isLessThan(1_000);
    }

    @Test
    void aControlOverSomethingElseOpensNothing() throws Exception {
        story.withControls(topic -> {
            for (Control other : List.of(
                    control(ControlKind.FREEZE_REGION, "HK"), control(ControlKind.FREEZE_ORGANIZATION, "told"))) {
                topic.write(other);
            }
        });
        await().atMost(A_WHILE)
                .until(() -> story.send("/v1/decisions", "gate").body().contains("FREEZE_ORGANIZATION/told"));
        assertThat(allowed("lasting", GatewayStory.CHINA)).isFalse();
        story.withControls(topic -> topic.write(new Control(
                "release", ControlKind.FREEZE_ORGANIZATION, "told", false, "Jane Doe", "TEST", Instant.now(), null)));
    }

    private static Control control(ControlKind kind, String subject) {
        return new Control("other-" + kind, kind, subject, true, "Jane Doe", "TEST", Instant.now(), null);
    }

    @Test
    void aShadowOrderIsShownAndNeverRefuses() throws Exception {
        story.sendWhenDue("tried-out", GatewayStory.IRAN);
        await().atMost(A_WHILE)
                .until(() -> story.check("tried-out", GatewayStory.IRAN)
                        .at("/shadow")
                        .asBoolean());

        JsonNode shown = story.check("tried-out", GatewayStory.IRAN);
        assertThat(shown.at("/allow").asBoolean()).isTrue();
        assertThat(shown.at("/code").asText()).isEqualTo(REFUSAL);
        assertThat(shown.at("/policy_id").asText()).isEqualTo("trial");
        assertThat(story.topics().json(Topics.ENFORCEMENT_DECISIONS, Contracts.ENFORCEMENT_DECISION).stream()
                        .filter(order -> order.contains("tried-out")))
                .isNotEmpty()
                .allMatch(order -> order.contains("\"SHADOW\""));
    }

    @Test
    void aRestartKeepsTheAnswers() throws Exception {
        JsonNode before = story.check("lasting", GatewayStory.CHINA);
        String checksum = checksum();

        story.restart();

        assertThat(story.check("lasting", GatewayStory.CHINA)).isEqualTo(before);
        assertThat(before.at("/allow").asBoolean()).isFalse();
        assertThat(checksum()).isEqualTo(checksum);
    }

    private String checksum() throws IOException, InterruptedException {
        return GatewayStory.read(story.send("/v1/decisions", "gate"))
                .at("/checksum")
                .asText();
    }

    @Test
    void whatIsUnknownOrWrongIsAnsweredClearly() throws Exception {
        assertThat(story.check("nobody-knows-me", GatewayStory.CHINA)
                        .at("/code")
                        .asText())
                .isEqualTo("allowed");
        assertThat(story.check("lasting", "not-an-address").at("/allow").asBoolean())
                .isTrue();
        HttpResponse<String> nameless = story.send("/v1/check?address=" + GatewayStory.CHINA, "gate");
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(nameless.body()).contains("organization_id");
        assertThat(story.send("/v1/check?organization_id=lasting&at=yesterday", "gate")
                        .body())
                .contains("2024-07-09T00:00:00Z");
        assertThat(story.send("/v1/check?organization_id=lasting", "nobody").statusCode())
                .isEqualTo(401);
        assertThat(story.send("/v1/organizations", "gate").statusCode()).isEqualTo(403);
        assertThat(story.act("nobody-knows-me", "lift-1", "{\"kind\": \"LIFT\", \"reason_code\": \"X\"}")
                        .at("/status")
                        .asText())
                .isEqualTo("REFUSED");
    }

    private boolean allowed(String organization, String address) throws IOException, InterruptedException {
        return story.check(organization, address).at("/allow").asBoolean();
    }

    /** Waits for the answer without a pause longer than a few milliseconds. */
    private JsonNode awaitAnswer(String organization, boolean allow) {
        return await().atMost(A_WHILE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(
                        () -> story.check(organization, GatewayStory.CHINA),
                        answer -> answer.at("/allow").asBoolean() == allow);
    }
}
