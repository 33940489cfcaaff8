/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewsBoardTest {

    private static final Duration NOT_LONG = Duration.ofMillis(1);

    private final NewsBoard board = new NewsBoard();
    private final News news =
            new News.Issued(Samples.two().queries().notices(0, 1).notices().get(0));

    @Test
    void everybodyHearsWhatComesAfterTheyListen() throws InterruptedException {
        board.tell(news);
        try (NewsBoard.Listener one = board.listen();
                NewsBoard.Listener other = board.listen()) {
            assertThat(one.next(NOT_LONG)).isEmpty();

            board.tell(news);

            assertThat(one.next(NOT_LONG)).contains(news);
            assertThat(one.next(NOT_LONG)).isEmpty();
            assertThat(other.next(NOT_LONG)).contains(news);
        }
    }

    @Test
    void aSlowListenerKeepsNobodyWaitingAndIsToldThatItMissedSomething() throws InterruptedException {
        try (NewsBoard.Listener slow = board.listen();
                NewsBoard.Listener quick = board.listen()) {
            for (int told = 0; told <= NewsBoard.CAPACITY; told++) {
                board.tell(news);
                assertThat(quick.next(NOT_LONG)).isPresent();
            }

            assertThat(slow.missedSomething()).isTrue();
            assertThat(quick.missedSomething()).isFalse();
        }
    }

    @Test
    void afterAnInterruptionEverybodyBeginsAnewAndThoseWhoComeThenMissedNothing() {
        try (NewsBoard.Listener before = board.listen()) {
            board.interrupted();
            try (NewsBoard.Listener after = board.listen()) {
                assertThat(before.missedSomething()).isTrue();
                assertThat(after.missedSomething()).isFalse();
            }
        }
    }
}
