/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.domain.delivery.DeliveryResult;

/**
 * What is remembered of a delivery.
 *
 * @param result where it stands
 * @param attempts attempts begun so far
 */
record Known(DeliveryResult result, int attempts) {

    static Known of(DeliveryOutcome outcome) {
        return new Known(outcome.result(), outcome.attempts());
    }
}
