/* SPDX-License-Identifier: Apache-2.0 */
/** What the rule in force at a given moment says about a region. */
@NullMarked
package io.whence.domain.policy;

import org.jspecify.annotations.NullMarked;
