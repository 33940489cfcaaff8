/* SPDX-License-Identifier: Apache-2.0 */
/** The API and the dashboard; start reading at {@link io.whence.http.Routes}. */
@NullMarked
package io.whence.http;

import org.jspecify.annotations.NullMarked;
