/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Answers from the state stores, wherever they are, in the words of the domain; start reading at
 * {@link io.whence.query.WhenceQueries}.
 */
@NullMarked
package io.whence.query;

import org.jspecify.annotations.NullMarked;
