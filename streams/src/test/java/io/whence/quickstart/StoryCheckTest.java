/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static io.whence.domain.cases.NoticeKind.ADVISORY;
import static io.whence.domain.cases.NoticeKind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;
import io.whence.quickstart.DemoOrganization.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryCheckTest {

    @Test
    void everyExpectedNoticeIsMissingUntilItCame() {
        var check = check(Outcome.WARNED, "CN");

        assertThat(check.missing(List.of())).containsExactly("WARNING for acme about CN");
        assertThat(check.missing(List.of(SampleNotices.of("acme", ADVISORY, "CN", 1))))
                .containsExactly("WARNING for acme about CN");
        assertThat(check.missing(List.of(SampleNotices.of("other", WARNING, "CN", 1))))
                .containsExactly("WARNING for acme about CN");
        assertThat(check.missing(List.of(SampleNotices.of("acme", WARNING, "RU", 1))))
                .containsExactly("WARNING for acme about CN");
        assertThat(check.missing(List.of(SampleNotices.of("acme", WARNING, "CN", 1))))
                .isEmpty();
    }

    @Test
    void aSubdivisionIsNotItsCountry() {
        assertThat(check(Outcome.WARNED, "UA-43").missing(List.of(SampleNotices.of("acme", WARNING, "UA-40", 1))))
                .isNotEmpty();
        assertThat(check(Outcome.WARNED, "CN").missing(List.of(SampleNotices.of("acme", WARNING, "CN-SH", 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WARNED, WARNING, false",
        "WARNED, ADVISORY, false",
        "ADVISED, WARNING, true",
        "ADVISED, ADVISORY, false",
        "UNPROVEN, WARNING, true",
        "UNPROVEN, ADVISORY, false",
        "LEFT_ALONE, WARNING, true",
        "LEFT_ALONE, ADVISORY, true"
    })
    void saysWhatMustNotHaveBeenSent(Outcome outcome, io.whence.domain.cases.NoticeKind kind, boolean wrong) {
        var notice = SampleNotices.of("acme", kind, "CN", 1);

        assertThat(check(outcome, "CN").wrong(List.of(notice)))
                .isEqualTo(wrong ? List.of(kind + " for acme: the truth") : List.of());
    }

    @Test
    void expectsNothingOfTrafficNobodyKnows() {
        var check = new StoryCheck(List.of());

        assertThat(check.missing(List.of())).isEmpty();
        assertThat(check.wrong(List.of(SampleNotices.of("acme", WARNING, "CN", 1))))
                .isEmpty();
    }

    private static StoryCheck check(Outcome outcome, String region) {
        return new StoryCheck(List.of(new DemoOrganization(
                Organization.unknown("acme"), new Region(region), outcome, "the truth", "to see")));
    }
}
