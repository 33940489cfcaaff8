/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Labelled traffic on real address space: organizations of known kind and place, and the access log they leave. Start
 * reading at {@link io.whence.simulate.Simulation}; what it assumes is in the tables beside it, each line with its
 * source.
 */
@NullMarked
package io.whence.simulate;

import org.jspecify.annotations.NullMarked;
