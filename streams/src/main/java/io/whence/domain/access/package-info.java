/* SPDX-License-Identifier: Apache-2.0 */
/** Who asked, from which address, and through which hops we may believe. */
@NullMarked
package io.whence.domain.access;

import org.jspecify.annotations.NullMarked;
