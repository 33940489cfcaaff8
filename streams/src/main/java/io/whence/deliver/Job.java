/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.domain.delivery.DeliveryResult;
import io.whence.letter.Letter;
import java.time.Instant;

/**
 * One notice on its way through one channel.
 *
 * @param place where its record is
 * @param notice the notice
 * @param letter what it reads like
 * @param channel the channel
 * @param destination where the channel sends it
 * @param attempts attempts begun so far
 * @param due no attempt before
 */
record Job(Place place, Notice notice, Letter letter, Channel channel, String destination, int attempts, Instant due) {

    /**
     * Where a notice was read.
     *
     * @param partition of the topic of notices
     * @param offset in that partition
     * @param turn how often partitions had been assigned then: what was read before is no longer ours
     */
    record Place(int partition, long offset, int turn) {}

    Job begun() {
        return new Job(place, notice, letter, channel, destination, attempts + 1, due);
    }

    Job postponed(Instant until) {
        return new Job(place, notice, letter, channel, destination, attempts, until);
    }

    DeliveryOutcome outcome(DeliveryResult result, Instant at, String detail) {
        return new DeliveryOutcome(
                notice.noticeId(), notice.organizationId(), channel.kind(), result, attempts, at, detail);
    }
}
