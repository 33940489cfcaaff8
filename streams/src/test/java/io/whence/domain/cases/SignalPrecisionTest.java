/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalPrecisionTest {

    private static final Geolocation GEOLOCATION = new Geolocation(
            List.of(new DatabaseBuild("GeoLite2-City", Instant.parse("2024-06-18T00:00:00Z"), "ab".repeat(32))), false);

    private final List<Notice> notices = new ArrayList<>();
    private final List<CaseEvent> events = new ArrayList<>();

    /** Warns one more organization about CN and returns its case. */
    private String warned() {
        String organization = "org-" + notices.size();
        NoticeWriter writer = new NoticeWriter(Organization.unknown(organization), GEOLOCATION);
        ComplianceCase compliance = ComplianceCase.none(organization, "test-policy");
        Traffic traffic = new Traffic().from("CN", 10, 25);
        for (int day = 1; day <= 5; day++) {
            ComplianceCase.Outcome outcome =
                    compliance.review(Traffic.policy("P15D"), traffic.assessedAfter(day), writer);
            outcome.notices().stream()
                    .filter(notice -> notice.kind() == NoticeKind.WARNING)
                    .forEach(notices::add);
            compliance = outcome.after();
        }
        return compliance.caseId();
    }

    private void appeal(String caseId, String decision) {
        for (String reason : List.of("APPEALED", decision)) {
            events.add(new CaseEvent(
                    caseId,
                    "org",
                    "test-policy",
                    events.size() + 1L,
                    Instant.EPOCH,
                    "NOTICED",
                    "APPEALED",
                    reason,
                    "",
                    "officer",
                    null,
                    List.of(),
                    CaseEvent.NO_HASH,
                    ""));
        }
    }

    private SignalPrecision theSignal() {
        List<SignalPrecision> signals = SignalPrecision.of(notices, events);
        assertThat(signals).hasSize(1);
        return signals.get(0);
    }

    @Test
    void countsWarningsAndWhatBecameOfTheirAppeals() {
        appeal(warned(), "APPEAL_UPHELD_DATABASE_ERROR+LIFTED");
        appeal(warned(), "APPEAL_REFUSED");
        appeal(warned(), "APPEAL_UPHELD_EXEMPT");
        warned();

        assertThat(theSignal()).isEqualTo(new SignalPrecision("DIRECT_EGRESS", new Region("CN"), 4, 3, 1, 1));
        assertThat(theSignal().precision()).isEqualTo(0.5);
    }

    @Test
    void withoutAppealsNothingIsKnownAndNothingIsSuspended() {
        warned();

        assertThat(theSignal().precision()).isNaN();
        assertThat(theSignal().lowerBound()).isZero();
        assertThat(theSignal().upperBound()).isEqualTo(1);
        assertThat(theSignal().below(SignalPrecision.DEFAULT_FLOOR)).isFalse();
    }

    @Test
    void theRegionIsNoPartOfTheSignal() {
        assertThat(SignalPrecision.signalOf("DIRECT_EGRESS_UA_43", new Region("UA-43")))
                .isEqualTo("DIRECT_EGRESS");
        assertThat(SignalPrecision.about("DIRECT_EGRESS_CN", new Region("RU"), List.of(new Region("CN"))))
                .isFalse();
        assertThat(SignalPrecision.about("SHIFTED_CLOCK", new Region("RU"), List.of(new Region("CN"))))
                .isTrue();
    }

    @Test
    void boundsAreThoseOfWilson() {
        SignalPrecision signal = new SignalPrecision("ANY", new Region("CN"), 20, 10, 2, 8);

        assertThat(signal.lowerBound()).isCloseTo(0.4902, within(0.0001));
        assertThat(signal.upperBound()).isCloseTo(0.9433, within(0.0001));
    }

    @Test
    void aFewLostAppealsProveNothingAndMoreDo() {
        assertThat(new SignalPrecision("ANY", new Region("CN"), 9, 7, 7, 0).below(0.5))
                .as("fewer than the least")
                .isFalse();
        assertThat(new SignalPrecision("ANY", new Region("CN"), 9, 8, 8, 0).below(0.5))
                .isTrue();
        assertThat(new SignalPrecision("ANY", new Region("CN"), 90, 20, 14, 6).below(0.5))
                .isFalse();
        assertThat(new SignalPrecision("ANY", new Region("CN"), 90, 40, 28, 12).below(0.5))
                .isTrue();
    }
}
