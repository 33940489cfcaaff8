/* SPDX-License-Identifier: Apache-2.0 */
/** How much traffic an organization has from each region and day. */
@NullMarked
package io.whence.domain.tally;

import org.jspecify.annotations.NullMarked;
