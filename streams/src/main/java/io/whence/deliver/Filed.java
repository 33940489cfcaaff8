/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.delivery.DeliveryOutcome;

/**
 * An outcome to be written down.
 *
 * @param partition of the notice, and so of the outcome
 * @param outcome the outcome
 */
record Filed(int partition, DeliveryOutcome outcome) {}
