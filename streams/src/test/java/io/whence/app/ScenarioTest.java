/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.tally.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole stream, from a logged request to a notice, without a broker. */
class ScenarioTest {

    private static final String SHANGHAI = "114.80.1.7";
    private static final String BERLIN = "91.64.1.7";

    /** Days from the announcement over the warning and its grace to the order, and three more. */
    private static final int TO_THE_ORDER_AND_BEYOND = 23;

    private Scenario scenario;

    @BeforeEach
    void open() {
        scenario = newScenario();
    }

    private static Scenario newScenario() {
        return new Scenario()
                .given(Scenario.openAiApi())
                .givenPlace(SHANGHAI, "CN", NetworkType.EYEBALL, 4134)
                .givenPlace(BERLIN, "DE", NetworkType.EYEBALL, 3320);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void warnsOnceWithWhoWhereWhenAndHowMuch() {
        Notice notice = scenario.requests("acme", SHANGHAI, "2024-06-24", 6, 40)
                .requests("globex", BERLIN, "2024-06-24", 6, 40)
                .finish()
                .expectOneNotice();

        assertThat(notice.organizationId()).isEqualTo("acme");
        assertThat(notice.kind()).isEqualTo(NoticeKind.WARNING);
        assertThat(notice.classification()).isEqualTo(Classification.DIRECT);
        assertThat(notice.issuedAt()).isEqualTo(Instant.parse("2024-06-28T06:00:00Z"));
        assertThat(notice.effectiveAt()).isEqualTo(Instant.parse("2024-07-14T00:00:00Z"));
        assertThat(notice.regions()).singleElement().satisfies(traffic -> {
            assertThat(traffic.region().code()).isEqualTo("CN");
            assertThat(traffic.requests()).isEqualTo(160);
            assertThat(traffic.addresses()).isEqualTo(1);
            assertThat(traffic.keys()).extracting("apiKeyId").containsExactly("key-1");
            assertThat(traffic.networks()).extracting("egress.prefix").containsExactly("114.80.1.0/24");
        });
        assertThat(scenario.caseEvents()).extracting(CaseEvent::to).containsExactly("OBSERVED", "NOTICED");
    }

    @Test
    void nothingIsSaidBeforeTheAnnouncement() {
        scenario.requests("acme", SHANGHAI, "2024-06-01", 10, 40).finish();

        assertThat(scenario.notices()).isEmpty();
        assertThat(scenario.traffic()).containsEntry("acme,CN,2024-06-10", 40L);
    }

    @Test
    void trafficFromBeforeTheAnnouncementIsWarnedOfAfterIt() {
        Notice notice = scenario.requests("acme", SHANGHAI, "2024-06-20", 5, 40)
                .finish()
                .expectOneNotice();

        assertThat(notice.issuedAt()).isEqualTo(Instant.parse("2024-06-24T06:00:00Z"));
    }

    @Test
    void theOrderOfEventsDoesNotShow() {
        List<AccessEvent> events = twoOrganizations();
        List<AccessEvent> shuffled = new ArrayList<>(events);
        for (int from = 0; from < shuffled.size(); from += 30) {
            Collections.shuffle(shuffled.subList(from, Math.min(from + 30, shuffled.size())), new Random(from));
        }
        events.forEach(scenario::accept);
        scenario.finish();

        try (Scenario other = newScenario()) {
            shuffled.forEach(other::accept);
            other.finish();
            assertThat(other.notices()).extracting(Notice::kind).contains(NoticeKind.WARNING, NoticeKind.ENFORCEMENT);
            assertThat(other.notices()).isEqualTo(scenario.notices());
            assertThat(other.caseEvents()).isEqualTo(scenario.caseEvents());
            assertThat(other.decisions()).isNotEmpty().isEqualTo(scenario.decisions());
            assertThat(other.traffic()).isEqualTo(scenario.traffic());
            assertThat(other.ledger().late()).isZero();
        }
    }

    private static List<AccessEvent> twoOrganizations() {
        List<AccessEvent> events = new ArrayList<>();
        for (int hour = 0; hour < 24 * TO_THE_ORDER_AND_BEYOND; hour++) {
            Instant time = Instant.parse("2024-06-24T00:00:00Z").plusSeconds(hour * 3600L);
            for (int i = 0; i < 3; i++) {
                events.add(Scenario.event(
                        "acme", hour + "-a" + i, time.plusSeconds(i).toString(), SHANGHAI));
                events.add(Scenario.event(
                        "globex", hour + "-g" + i, time.plusSeconds(i).toString(), BERLIN));
            }
        }
        return events;
    }

    @Test
    void anEventIsCountedOnceHoweverOftenItComes() {
        List<AccessEvent> events = twoOrganizations();
        events.forEach(event -> scenario.accept(event).accept(event));
        scenario.finish();

        Ledger ledger = scenario.ledger();
        assertThat(ledger.tallied()).isEqualTo(events.size());
        assertThat(ledger.duplicate() + ledger.late()).isEqualTo(events.size());
        assertThat(ledger.imbalance()).isZero();
        assertThat(scenario.traffic()).containsEntry("acme,CN,2024-06-25", 72L);
    }

    @Test
    void sameIdsOfDifferentOrganizationsAreDifferentEvents() {
        scenario.accept(Scenario.event("acme", "1", "2024-06-24T00:00:00Z", SHANGHAI))
                .accept(Scenario.event("globex", "1", "2024-06-24T00:00:00Z", SHANGHAI));

        assertThat(scenario.ledger().tallied()).isEqualTo(2);
    }

    @Test
    void whatComesAfterItsDayClosedIsCountedAsLate() {
        scenario.requests("acme", BERLIN, "2024-06-24", 3, 10)
                .accept(Scenario.event("acme", "late", "2024-06-24T12:00:00Z", SHANGHAI))
                .finish();

        assertThat(scenario.ledger().late()).isEqualTo(1);
        assertThat(scenario.traffic().keySet()).noneMatch(place -> place.contains(",CN,"));
    }

    @Test
    void oneOrganizationsClockDoesNotMakeAnotherLate() {
        scenario.accept(Scenario.event("fast", "1", "2024-07-31T23:00:00Z", BERLIN))
                .requests("acme", SHANGHAI, "2024-06-24", 6, 40)
                .finish();

        assertThat(scenario.ledger().late()).isZero();
        assertThat(scenario.expectOneWarning().organizationId()).isEqualTo("acme");
    }

    @Test
    void anEventFromTheFutureIsADeadLetterAndMovesNoClock() {
        scenario.accept(Scenario.event("acme", "future", "2024-08-01T00:02:00Z", SHANGHAI))
                .requests("acme", SHANGHAI, "2024-06-24", 6, 40)
                .finish();

        assertThat(scenario.deadLetters()).containsExactly("FUTURE_TIMESTAMP");
        assertThat(scenario.ledger().late()).isZero();
        assertThat(scenario.expectOneWarning().regions().get(0).requests()).isEqualTo(160);
    }

    @Test
    void healthChecksAreFilteredAndRefusedRequestsAreNoEvidence() {
        for (int day = 24; day < 30; day++) {
            String time = "2024-06-" + day + "T12:00:00Z";
            for (int i = 0; i < 50; i++) {
                scenario.accept(Scenario.event("acme", day + "-h" + i, time, SHANGHAI, "/healthz", 200));
                scenario.accept(Scenario.event("acme", day + "-r" + i, time, SHANGHAI, "/v1/chat", 401));
            }
        }
        scenario.finish();

        assertThat(scenario.ledger().filtered()).isEqualTo(300);
        assertThat(scenario.traffic()).containsEntry("acme,CN,2024-06-24", 50L);
        assertThat(scenario.notices()).isEmpty();
        assertThat(scenario.ledger().imbalance()).isZero();
    }

    @Test
    void junkIsBuriedWithItsReasonAndStopsNothing() {
        byte[] key = "acme".getBytes(StandardCharsets.UTF_8);
        scenario.acceptRaw(key, new byte[] {})
                .acceptRaw(key, "{\"json\":true}".getBytes(StandardCharsets.UTF_8))
                .acceptRaw(key, new byte[] {0, 0, 0})
                .acceptRaw(null, null)
                .requests("acme", SHANGHAI, "2024-06-24", 6, 40)
                .finish();

        assertThat(scenario.deadLetters())
                .containsExactly("EMPTY_VALUE", "WRONG_MAGIC_BYTE", "TRUNCATED_HEADER", "NULL_VALUE");
        assertThat(scenario.ledger().deadLettered()).isEqualTo(4);
        assertThat(scenario.ledger().imbalance()).isZero();
        assertThat(scenario.expectOneWarning().regions().get(0).requests()).isEqualTo(160);
    }

    @Test
    void theEdgePlatformIsToldToPinItsRegionNotThatItIsInHongKong() {
        Notice notice = scenario.givenPlace("104.20.1.1", "HK", NetworkType.EDGE_PLATFORM, 13335)
                .requests("edge-app", "104.20.1.1", "2024-06-24", 6, 40)
                .finish()
                .expectOneNotice();

        assertThat(notice.kind()).isEqualTo(NoticeKind.ADVISORY);
        assertThat(notice.classification()).isEqualTo(Classification.EDGE_PLATFORM);
        assertThat(notice.remedy()).contains("Pin the region");
    }
}
