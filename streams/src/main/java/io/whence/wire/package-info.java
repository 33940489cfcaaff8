/* SPDX-License-Identifier: Apache-2.0 */
/** The translation between the Avro contracts and the domain; nobody else sees the contracts. */
@NullMarked
package io.whence.wire;

import org.jspecify.annotations.NullMarked;
