/* SPDX-License-Identifier: Apache-2.0 */
/** The settings, where they come from, and what each one means. */
@NullMarked
package io.whence.config;

import org.jspecify.annotations.NullMarked;
