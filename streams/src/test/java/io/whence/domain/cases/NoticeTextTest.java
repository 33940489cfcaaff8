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
                assertThat(WrongWords.inEnglish(remedy)).as(remedy).isEmpty();
            }
        }
        assertThat(WrongWords.inEnglish("Ask your network service for an exit in a supported region."))
                .isNotEmpty();
    }
}
