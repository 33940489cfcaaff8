/* SPDX-License-Identifier: Apache-2.0 */
/** What speaks for and against a forbidden origin, in decibans, family by family. Start with DirectEgress. */
@NullMarked
package io.whence.domain.evidence;

import org.jspecify.annotations.NullMarked;
