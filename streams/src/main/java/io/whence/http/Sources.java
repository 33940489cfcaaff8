/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.gateway.Gate;
import io.whence.query.WhenceQueries;

/**
 * What the API answers from.
 *
 * @param queries the state of this instance
 * @param gate the orders to gateways
 * @param desk takes officers' actions
 */
public record Sources(WhenceQueries queries, Gate gate, ActionDesk desk) {}
