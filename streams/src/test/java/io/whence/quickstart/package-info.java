/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the quickstart. */
@NullMarked
package io.whence.quickstart;

import org.jspecify.annotations.NullMarked;
