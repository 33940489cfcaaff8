/* SPDX-License-Identifier: Apache-2.0 */
/** Where an organization stands, what it is told, and what gateways shall do. */
@NullMarked
package io.whence.domain.cases;

import org.jspecify.annotations.NullMarked;
