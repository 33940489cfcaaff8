/* SPDX-License-Identifier: Apache-2.0 */
/** Answers from the state stores, of this instance and of the others. */
@NullMarked
package io.whence.query;

import org.jspecify.annotations.NullMarked;
