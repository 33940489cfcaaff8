/* SPDX-License-Identifier: Apache-2.0 */
/** The layout of the stream: topics, stores and the processors between them; no rules. */
@NullMarked
package io.whence.topology;

import org.jspecify.annotations.NullMarked;
