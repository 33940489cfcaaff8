/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.domain.delivery.DeliveryResult;
import io.whence.domain.policy.PolicyMode;
import io.whence.letter.LetterWriter;
import io.whence.letter.SampleNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest {

    private static final Recipient ALICE = new Recipient("alice@example.com", null, null);
    private static final Recipient BOB = new Recipient("bob@example.com", "fr", null);
    private static final SampleNotice SAMPLE = SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT);

    private Instant now = Instant.parse("2024-06-24T07:00:00Z");

    private final Desk desk = new Desk(
            new DeliveryRules(
                    3,
                    Duration.ofSeconds(10),
                    2,
                    3,
                    Duration.ofDays(7),
                    new Backoff(Duration.ofSeconds(60), Duration.ofSeconds(100), new Random(7))),
            List.of(new StubChannel()),
            new LetterWriter(null),
            () -> now);

    @BeforeEach
    void ownPartition() {
        desk.assigned(0, 0, Map.of());
    }

    private static Notice notice(String id) {
        return SAMPLE.withId(id).notice();
    }

    private List<DeliveryResult> results() {
        return desk.filed().stream().map(filed -> filed.outcome().result()).toList();
    }

    private Job onlyDue() {
        List<Job> due = desk.due(2);
        assertThat(due).hasSize(1);
        desk.begun(due);
        return due.get(0).begun();
    }

    @Test
    void aLiveNoticeIsAttemptedInTheLanguageOfTheOrganization() {
        desk.take(0, 5, notice("n1"), BOB);

        Job job = onlyDue();

        assertThat(job.destination()).isEqualTo("bob@example.com");
        assertThat(job.letter().language()).isEqualTo("fr");
        assertThat(desk.intent(job))
                .isEqualTo(job.outcome(DeliveryResult.ATTEMPTING, now, ""))
                .extracting(DeliveryOutcome::attempts)
                .isEqualTo(1);
        assertThat(desk.committable()).isEqualTo(Map.of(0, 5L));
        desk.finished(job, Answer.taken("250"));
        assertThat(results()).containsExactly(DeliveryResult.SENT);
        assertThat(desk.committable()).isEqualTo(Map.of(0, 6L));
    }

    @Test
    void theNameIsThatOfTheProfileNowAndNotThatOfTheNotice() {
        desk.take(0, 5, notice("n1").named("Former Ltd"), new Recipient("a@example.com", "en", "Jade River Ltd"));
        desk.take(0, 6, notice("n2").named("Former Ltd"), new Recipient("b@example.com", "en", null));

        List<Job> due = desk.due(2);
        assertThat(due.get(0).letter().plain()).contains("Jade River Ltd").doesNotContain("Former");
        assertThat(due.get(1).letter().plain()).doesNotContain("Former");
    }

    @Test
    void whatIsNotToBeSentIsWrittenDownAtOnce() {
        desk.take(0, 0, SAMPLE.in(PolicyMode.SHADOW).notice(), ALICE);
        desk.take(0, 1, notice("n1"), Recipient.UNKNOWN);
        desk.take(0, 2, notice("n2"), new Recipient("no address", null, null));
        desk.take(0, 3, SAMPLE.filledWith("x\r\nBcc: y@example.com").notice(), ALICE);
        desk.takeUnreadable(0, 4, "compliance-notices/0/4", "org", "not readable");
        now = now.plus(Duration.ofDays(8));
        desk.take(0, 5, notice("n3"), ALICE);

        assertThat(results())
                .containsExactly(
                        DeliveryResult.SHADOW,
                        DeliveryResult.NO_CONTACT,
                        DeliveryResult.REFUSED,
                        DeliveryResult.REFUSED,
                        DeliveryResult.REFUSED,
                        DeliveryResult.GIVEN_UP);
        assertThat(desk.due(9)).isEmpty();
        assertThat(desk.committable()).isEqualTo(Map.of(0, 6L));
    }

    @Test
    void whatCameToItsEndBeforeIsNotTouchedAgain() {
        for (DeliveryResult result : DeliveryResult.values()) {
            if (result.last()) {
                desk.assigned(0, 0, Map.of("n1/MAIL", new Known(result, 1)));
                desk.take(0, 0, notice("n1"), ALICE);
            }
        }

        assertThat(desk.due(9)).isEmpty();
        assertThat(desk.filed()).isEmpty();
    }

    @Test
    void anAttemptWhoseEndNobodyKnowsIsNotRepeated() {
        desk.assigned(0, 0, Map.of("n1/MAIL", new Known(DeliveryResult.ATTEMPTING, 1)));

        desk.take(0, 0, notice("n1"), ALICE);

        assertThat(results()).containsExactly(DeliveryResult.UNCERTAIN);
        assertThat(desk.due(9)).isEmpty();
    }

    @Test
    void anAttemptThatFailedForCertainIsRepeatedAlsoAfterARestart() {
        desk.assigned(0, 0, Map.of("n1/MAIL", new Known(DeliveryResult.DEFERRED, 2)));
        desk.take(0, 0, notice("n1"), ALICE);

        assertThat(desk.due(9)).isEmpty();
        now = now.plusSeconds(101);
        Job job = onlyDue();

        assertThat(job.attempts()).isEqualTo(3);
        desk.finished(job, Answer.notNow("SMTP 451"));
        assertThat(results()).containsExactly(DeliveryResult.GIVEN_UP);
    }

    @Test
    void waitsLongerAfterEachFailureUntilItGivesUp() {
        desk.take(0, 0, notice("n1"), ALICE);
        for (int attempt = 1; attempt <= 2; attempt++) {
            desk.finished(onlyDue(), Answer.notNow("HTTP 500"));
            now = now.plusSeconds(29);
            assertThat(desk.due(9)).isEmpty();
            now = now.plusSeconds(72);
        }
        desk.finished(onlyDue(), Answer.notNow("HTTP 500"));

        assertThat(results())
                .containsExactly(DeliveryResult.DEFERRED, DeliveryResult.DEFERRED, DeliveryResult.GIVEN_UP);
        assertThat(desk.committable()).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButNotForEver() {
        desk.take(0, 0, notice("n1"), ALICE);
        desk.finished(onlyDue(), new Answer(Answer.End.NOT_NOW, "HTTP 429", Duration.ofDays(1)));

        now = now.plusSeconds(99);
        assertThat(desk.due(9)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(desk.due(9)).hasSize(1);
    }

    @Test
    void aNoticeThatIsOnTheTopicTwiceIsSentOnce() {
        desk.take(0, 0, notice("n1"), ALICE);
        desk.take(0, 1, notice("n1"), ALICE);
        Job job = onlyDue();
        desk.take(0, 2, notice("n1"), ALICE);
        desk.finished(job, Answer.taken(""));
        desk.take(0, 3, notice("n1"), ALICE);
        now = now.plusSeconds(60);

        assertThat(desk.due(9)).isEmpty();
        assertThat(results()).containsExactly(DeliveryResult.SENT);
        assertThat(desk.committable()).isEqualTo(Map.of(0, 4L));
    }

    @Test
    void aSlowDestinationHoldsUpOnlyItself() {
        desk.take(0, 0, notice("n1"), ALICE);
        desk.take(0, 1, notice("n2"), ALICE);
        desk.take(0, 2, notice("n3"), BOB);

        List<Job> due = desk.due(9);
        desk.begun(due);

        assertThat(due).extracting(Job::destination).containsExactly("alice@example.com", "bob@example.com");
        assertThat(desk.full()).isFalse();
        now = now.plusSeconds(3600);
        assertThat(desk.due(9)).as("while the first is under way").isEmpty();
        desk.finished(due.get(0).begun(), Answer.taken(""));
        assertThat(desk.due(9)).extracting(Job::destination).containsExactly("alice@example.com");
    }

    @Test
    void leavesTimeBetweenTwoAttemptsToOneDestination() {
        desk.take(0, 0, notice("n1"), ALICE);
        desk.take(0, 1, notice("n2"), ALICE);
        desk.finished(onlyDue(), Answer.taken(""));

        now = now.plusSeconds(9);
        assertThat(desk.due(9)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(desk.due(9)).hasSize(1);
    }

    @Test
    void isFullWhenSoManyWait() {
        for (int i = 0; i < 3; i++) {
            desk.take(0, i, notice("n" + i), ALICE);
        }

        assertThat(desk.full()).isTrue();
    }

    @Test
    void whatEndsAfterThePartitionWasTakenAwayIsStillTold() {
        desk.take(0, 0, notice("n1"), ALICE);
        Job job = onlyDue();
        desk.revoked();
        desk.assigned(0, 0, Map.of("n1/MAIL", new Known(DeliveryResult.ATTEMPTING, 1)));
        desk.take(0, 0, notice("n1"), ALICE);

        desk.finished(job, Answer.taken("250"));

        assertThat(results()).containsExactly(DeliveryResult.UNCERTAIN);
        assertThat(desk.takeLate())
                .extracting(filed -> filed.outcome().result())
                .containsExactly(DeliveryResult.SENT);
        assertThat(desk.due(9)).isEmpty();
    }

    @Test
    void anAttemptThatCouldNotBeWrittenDownIsNotCounted() {
        desk.take(0, 0, notice("n1"), ALICE);
        desk.notBegun(desk.due(2));

        assertThat(onlyDue().attempts()).isEqualTo(1);
    }

    @Test
    void theWaitsDoubleUpToTheLongestWithHalfOfItLeftToChance() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), new Random(1));

        for (int attempt = 1; attempt < 80; attempt++) {
            long longest = Math.min(8_000, 1_000L << Math.min(attempt - 1, 20));
            assertThat(backoff.after(attempt)).isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
        }
    }
}
