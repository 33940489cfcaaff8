/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;

/**
 * An order that gateways follow.
 *
 * @param order what they refuse
 * @param since event time from which they have refused it without a break
 */
public record OrderInForce(Order order, Instant since) {}
