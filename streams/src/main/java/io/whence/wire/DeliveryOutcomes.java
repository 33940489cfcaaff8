/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.contracts.DeliveryChannel;
import io.whence.contracts.DeliveryOutcome;
import io.whence.contracts.DeliveryResult;

/** Outcomes of deliveries on the wire and in the domain. */
final class DeliveryOutcomes {
    private DeliveryOutcomes() {}

    static DeliveryOutcome toAvro(io.whence.domain.delivery.DeliveryOutcome outcome) {
        return DeliveryOutcome.newBuilder()
                .setNoticeId(outcome.noticeId())
                .setOrganizationId(outcome.organizationId())
                .setChannel(Symbols.toContract(DeliveryChannel.class, outcome.channel()))
                .setOutcome(Symbols.toContract(DeliveryResult.class, outcome.result()))
                .setAttempts(outcome.attempts())
                .setAt(outcome.at())
                .setDetail(outcome.detail())
                .build();
    }

    static io.whence.domain.delivery.DeliveryOutcome fromAvro(DeliveryOutcome outcome) {
        return new io.whence.domain.delivery.DeliveryOutcome(
                outcome.getNoticeId(),
                outcome.getOrganizationId(),
                Symbols.toDomain(io.whence.domain.delivery.DeliveryChannel.class, outcome.getChannel()),
                Symbols.toDomain(io.whence.domain.delivery.DeliveryResult.class, outcome.getOutcome()),
                outcome.getAttempts(),
                outcome.getAt(),
                outcome.getDetail());
    }
}
