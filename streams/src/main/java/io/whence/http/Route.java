/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Handler;

/**
 * Something that can be asked for with GET.
 *
 * @param path with parameters in braces
 * @param handler answers
 */
record Route(String path, Handler handler) {}
