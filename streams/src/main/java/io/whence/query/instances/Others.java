/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import org.apache.kafka.streams.state.HostInfo;

/**
 * The other instances.
 *
 * @param calls asks them
 * @param self what they call this one
 */
public record Others(InstanceCalls calls, HostInfo self) {}
