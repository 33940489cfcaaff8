/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.origin.NetworkType;
import io.whence.domain.tally.Egress;

/**
 * How much came out of one network of a region.
 *
 * @param egress masked prefix and operator
 * @param type kind of network
 * @param requests admitted requests
 */
public record NetworkUse(Egress egress, NetworkType type, long requests) {}
