/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.cases.Control;

/**
 * A control as it was heard last.
 *
 * @param control the control
 * @param partition where it stands on the topic
 * @param offset where in the partition
 */
public record StandingControl(Control control, int partition, long offset) {}
