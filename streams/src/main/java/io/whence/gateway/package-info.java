/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What gateways are told: the orders in force, and whether one request may pass. Start reading at
 * {@link io.whence.gateway.Gate}.
 */
@NullMarked
package io.whence.gateway;

import org.jspecify.annotations.NullMarked;
