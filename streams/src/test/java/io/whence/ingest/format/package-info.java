/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.whence.ingest.format;

import org.jspecify.annotations.NullMarked;
