/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How well detection did against the truth: measures over organizations, in plain Java. Start reading at
 * {@link io.whence.score.Scorecard}.
 */
@NullMarked
package io.whence.score;

import org.jspecify.annotations.NullMarked;
