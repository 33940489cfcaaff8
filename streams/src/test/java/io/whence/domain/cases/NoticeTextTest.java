/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.letter.WrongWords;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    @Test
    void noRemedyAccusesAnybodyOrHelpsToHide() {
        for (NoticeKind kind : NoticeKind.values()) {
            for (Classification classification : Classification.values()) {
                String remedy = NoticeText.remedy(kind, classification, "CN");

                assertThat(remedy).as(kind + ", " + classification).isNotBlank();
                assertThat(NoticeText.remedy(NoticeKind.ENFORCEMENT, Classification.DIRECT, "CN"))
                        .as("the date is over")
                        .doesNotContain("before")
                        .contains("allowed again");
                assertThat(WrongWords.inEnglish(remedy)).as(remedy).isEmpty();
            }
        }
        assertThat(WrongWords.inEnglish("Ask your network service for an exit in a supported region."))
                .isNotEmpty();
    }

    @Test
    void speaksOfOneRequestAndOfMany() {
        assertThat(NoticeText.count(1, "request")).isEqualTo("1 request");
        assertThat(NoticeText.count(12, "day")).isEqualTo("12 days");
    }
}
