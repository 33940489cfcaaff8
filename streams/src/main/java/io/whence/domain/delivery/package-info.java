/* SPDX-License-Identifier: Apache-2.0 */
/** What became of a notice on its way to the organization. Start with DeliveryOutcome. */
@NullMarked
package io.whence.domain.delivery;

import org.jspecify.annotations.NullMarked;
