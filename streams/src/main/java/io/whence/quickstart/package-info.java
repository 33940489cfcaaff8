/* SPDX-License-Identifier: Apache-2.0 */
/** A broker, a registry and demo traffic in one process, to see the product work. */
@NullMarked
package io.whence.quickstart;

import org.jspecify.annotations.NullMarked;
