/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.NoticeKind;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class NoticeBoardTest {

    @Test
    void writesOneLineForEachNoticeAsItComes() {
        var lines = new ArrayList<String>();
        var board = new NoticeBoard(lines::add);

        board.add(SampleNotices.of("lotus-robotics", NoticeKind.WARNING, "CN", 1513));
        board.add(SampleNotices.of("paper-crane", NoticeKind.ADVISORY, "HK", 627));

        assertThat(lines)
                .containsExactly(
                        "2024-06-24  lotus-robotics    WARNING     CN      1,513"
                                + "  Requests came directly out of networks that our data places in CN.",
                        "2024-06-24  paper-crane       ADVISORY    HK        627"
                                + "  Requests came directly out of networks that our data places in HK.");
        assertThat(board.notices()).hasSize(2);
    }
}
