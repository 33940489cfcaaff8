/* SPDX-License-Identifier: Apache-2.0 */
/** What the whole costs on a real broker, beside what less would cost. */
@NullMarked
package io.whence.bench;

import org.jspecify.annotations.NullMarked;
