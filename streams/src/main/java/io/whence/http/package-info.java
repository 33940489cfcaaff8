/* SPDX-License-Identifier: Apache-2.0 */
/** The API and the dashboard. */
@NullMarked
package io.whence.http;

import org.jspecify.annotations.NullMarked;
