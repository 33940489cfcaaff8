/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What has just happened, told to whoever listens: new notices and transitions of cases, as soon as they are committed.
 * Start reading at {@link io.whence.news.NewsBoard}.
 */
@NullMarked
package io.whence.news;

import org.jspecify.annotations.NullMarked;
