/* SPDX-License-Identifier: Apache-2.0 */
/** The command line; start reading at {@link io.whence.cli.Main}. */
@NullMarked
package io.whence.cli;

import org.jspecify.annotations.NullMarked;
