/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Whence; start reading at {@link io.whence.topology} for the flow and {@link io.whence.domain.cases} for the rules.
 */
@NullMarked
package io.whence;

import org.jspecify.annotations.NullMarked;
