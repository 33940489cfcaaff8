/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the API answers, as records: a component is a JSON member of the same name in snake case, and named as in the
 * contracts. Times are ISO 8601 in UTC.
 */
@NullMarked
package io.whence.http.view;

import org.jspecify.annotations.NullMarked;
