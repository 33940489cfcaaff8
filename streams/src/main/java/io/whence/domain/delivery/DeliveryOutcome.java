/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.delivery;

import java.time.Instant;

/**
 * Where the delivery of one notice through one channel stands.
 *
 * @param noticeId the notice; of a record that could not be read as one, topic/partition/offset
 * @param organizationId whom it is about
 * @param channel the channel
 * @param result where it stands
 * @param attempts attempts begun so far, 0 or more
 * @param at when this was written down
 * @param detail why, in a few words without addresses or secrets; may be empty
 */
public record DeliveryOutcome(
        String noticeId,
        String organizationId,
        DeliveryChannel channel,
        DeliveryResult result,
        int attempts,
        Instant at,
        String detail) {

    /** What it is filed under: the notice and the channel. */
    public String key() {
        return key(noticeId, channel);
    }

    /** The key of a notice and a channel. */
    public static String key(String noticeId, DeliveryChannel channel) {
        return noticeId + "/" + channel;
    }
}
