/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.news;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;
import io.whence.wire.FollowedTopic;
import io.whence.wire.TopicFollower;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Puts up what comes on the two topics from the moment it listens: what was there before is no news. */
public final class NewsFeed implements AutoCloseable, TopicFollower.Reader {

    private final FollowedTopic<Notice> notices;
    private final FollowedTopic<CaseEvent> events;
    private final NewsBoard board;
    private final TopicFollower follower;

    /**
     * A feed that has not started.
     *
     * @param kafka settings of its consumer
     * @param notices the topic of notices
     * @param events the topic of case events
     * @param board where it puts them up
     */
    public NewsFeed(
            Map<String, Object> kafka,
            FollowedTopic<Notice> notices,
            FollowedTopic<CaseEvent> events,
            NewsBoard board) {
        this.notices = notices;
        this.events = events;
        this.board = board;
        this.follower = new TopicFollower("news-feed", kafka, List.of(notices.name(), events.name()), this);
    }

    /** Starts to listen. */
    public void start() {
        follower.start();
    }

    /** From the ends on, also after a while without brokers: whoever listened reads again what there is. */
    @Override
    public Map<TopicPartition, Long> begin(Map<TopicPartition, Long> ends) {
        return ends;
    }

    @Override
    public void hear(ConsumerRecord<byte[], byte[]> sent) {
        if (sent.topic().equals(notices.name())) {
            notices.value(sent).ifPresent(notice -> board.tell(new News.Issued(notice)));
        } else {
            events.value(sent).ifPresent(event -> board.tell(new News.Changed(event)));
        }
    }

    @Override
    public void caughtUp() {
        board.interrupted(); // who came before it was listening may have missed something
    }

    @Override
    public void away(RuntimeException cause) {
        board.interrupted();
    }

    /** Stops listening. */
    @Override
    public void close() {
        follower.close();
    }
}
