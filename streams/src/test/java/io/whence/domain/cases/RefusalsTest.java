/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.policy.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What gateways are to refuse, from one order to the next. */
class RefusalsTest {

    private static final Instant MIDNIGHT = Instant.parse("2024-07-14T00:00:00Z");

    private static EnforcementDecision order(Scope scope, String id, boolean refuse, PolicyMode mode, Instant at) {
        return new EnforcementDecision(
                "org-1",
                scope,
                id,
                refuse,
                mode,
                1,
                at,
                at,
                EnforcementDecision.TTL,
                refuse ? EnforcementDecision.UNSUPPORTED_REGION : "allowed",
                refuse ? "notice-" + at : null,
                "case-1",
                "example",
                1);
    }

    private static EnforcementDecision refuse(Instant at) {
        return order(Scope.LOCATION, "CN", true, PolicyMode.LIVE, at);
    }

    private static EnforcementDecision allow(Instant at) {
        return order(Scope.LOCATION, "CN", false, PolicyMode.LIVE, at);
    }

    private static Instant hours(long hours) {
        return MIDNIGHT.plus(Duration.ofHours(hours));
    }

    @Test
    void aRenewalProlongsWhatHolds() {
        Refusals refusals = Refusals.NONE.after(refuse(MIDNIGHT)).after(refuse(hours(24)));

        assertThat(refusals.standing()).singleElement().satisfies(one -> {
            assertThat(one.from()).isEqualTo(MIDNIGHT);
            assertThat(one.until()).isEqualTo(hours(24).plus(EnforcementDecision.TTL));
            assertThat(one.noticeId()).isEqualTo("notice-" + hours(24));
        });
    }

    @Test
    void anOrderAfterAWithdrawalBeginsAnew() {
        Refusals refusals =
                Refusals.NONE.after(refuse(MIDNIGHT)).after(allow(hours(5))).after(refuse(hours(8)));

        assertThat(refusals.standing()).extracting(Refusal::from).containsExactly(MIDNIGHT, hours(8));
        assertThat(refusals.standing().get(0).until()).isEqualTo(hours(5));
    }

    @Test
    void anOrderThatNobodyRenewedLapsesAfterItsTimeToLive() {
        Instant later = MIDNIGHT.plus(EnforcementDecision.TTL);

        assertThat(Refusals.NONE.after(refuse(MIDNIGHT)).after(refuse(later)).standing())
                .extracting(Refusal::from)
                .containsExactly(MIDNIGHT, later);
    }

    @Test
    void whatIsOnlyShownIsNeitherBegunNorKept() {
        EnforcementDecision shown = order(Scope.LOCATION, "CN", true, PolicyMode.SHADOW, hours(1));

        assertThat(Refusals.NONE.after(shown).isEmpty()).isTrue();
        assertThat(Refusals.NONE.after(refuse(MIDNIGHT)).after(shown).standing())
                .extracting(Refusal::until)
                .containsExactly(hours(1));
    }

    @Test
    void whatWasWithdrawnAtOnceNeverHeld() {
        assertThat(Refusals.NONE.after(refuse(MIDNIGHT)).after(allow(MIDNIGHT)).isEmpty())
                .isTrue();
    }

    @Test
    void isForgottenWithTheLastDayThatItHeldOn() {
        Refusals refusals = Refusals.NONE.after(refuse(MIDNIGHT)).after(allow(hours(30)));

        assertThat(refusals.close(LocalDate.parse("2024-07-14")).after().standing())
                .hasSize(1);
        assertThat(refusals.close(LocalDate.parse("2024-07-15")).after().isEmpty())
                .isTrue();
    }
}
