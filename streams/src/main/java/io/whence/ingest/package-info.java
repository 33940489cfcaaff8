/* SPDX-License-Identifier: Apache-2.0 */
/** Log formats on their way to the access log topic. */
@NullMarked
package io.whence.ingest;

import org.jspecify.annotations.NullMarked;
