/* SPDX-License-Identifier: Apache-2.0 */
/** Where an address is, on what kind of network, and how sure we are. */
@NullMarked
package io.whence.domain.origin;

import org.jspecify.annotations.NullMarked;
